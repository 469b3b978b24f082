"""What an opportunity is worth: what was agreed or sold, once that is known, and what the owner reckons before."""

from collections.abc import Mapping

from balancer_desktop.domain.pipeline.opportunity import Opportunity


def worth(opportunity: Opportunity, sales: Mapping[int, int]) -> int:
    """Minor units. sales: the amounts of the sales that opportunities became, by id; of an open one none counts."""
    if opportunity.agreed is not None:
        return opportunity.agreed
    return sales.get(opportunity.sale_id, opportunity.value)
