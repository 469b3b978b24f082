"""The tree of those who are quiet or gone, with how many are where."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from balancer_desktop.domain.folder import Folder


@dataclass(frozen=True, slots=True)
class Branch:
    """A folder with those below it. people are filed in it, all_people in it or below."""

    id: int
    name: str
    people: int
    all_people: int
    branches: "tuple[Branch, ...]" = ()

    def walk(self) -> "Iterator[Branch]":
        """The branch, then every one below it, as a reader meets them."""
        yield self
        for branch in self.branches:
            yield from branch.walk()


@dataclass(frozen=True, slots=True)
class ArchiveTree:
    """How many have lapsed; and ex_Customers, a branch with id 0 that holds the owner's folders."""

    lapsed: int
    ex: Branch


def grown(folders: Iterable[Folder], people_in: Mapping[int, int], lapsed: int) -> ArchiveTree:
    """The tree of folders (in the order in which siblings stand), from who is filed in each; 0 is in none."""
    below: dict[int, list[Folder]] = defaultdict(list)
    for folder in folders:
        below[folder.parent_id].append(folder)

    def branch(id_: int, name: str) -> Branch:
        branches = tuple(branch(folder.id, folder.name) for folder in below[id_])
        people = people_in.get(id_, 0)
        return Branch(id_, name, people, people + sum(b.all_people for b in branches), branches)

    return ArchiveTree(lapsed, branch(0, "ex_Customers"))
