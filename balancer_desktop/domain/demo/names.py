"""Invented people, businesses and streets. Numbers and addresses are ones reserved for fiction."""

BUSINESS_NAME = "Bright & Daughter, Home Repairs"
LARGE_CUSTOMER = "Harbour Lane Property Management"
# Two that a tour can rely on: always there, always current.
TOUR_CUSTOMERS = ("Acme Hardware", "Hilltop Guest House")

FAR_NAMES = (
    "Zoë Lindqvist",
    "José Carrasco",
    "Łukasz Wrona",
    "Siobhán Ó Duinn",
    "Anaïs Mercier",
    "Jürgen Köhler",
    "Søren Dahl",
    "Nguyễn Thị Mai",
    "Ayşe Yıldız",
    "Renée Bélanger",
)

# Separated by spaces.
FIRST_NAMES = (
    "Alice Amir Andrew Barbara Ben Bridget Callum Carol Cedric Clara Colin Daphne Desmond Diane Edith Elliot Esther "
    "Felix Fiona Frank Gemma Gerald Grace Gwen Harold Hazel Helen Howard Ian Imogen Irene Isaac Jasmine Joan Jonas "
    "Judith Karim Keith Laura Leonard Lydia Malcolm Marian Martha Maurice Mei Miriam Nadia Neil Nora Olive Oscar "
    "Pamela Patrick Priya Ralph Rhona Rita Rosalind Rupert Selma Sheila Stanley Tamsin Terence Thelma Una Vera Victor"
)
LAST_NAMES = (
    "Abbott Aldous Ashby Barlow Beckett Birch Blakely Boswell Brandt Calloway Carver Chappell Cotter Cresswell Dalby "
    "Denholm Dunmore Eastwick Ellery Fairley Farrow Fenton Garrick Goodall Greaves Hackett Halloran Harkness Haywood "
    "Holloway Ingham Jessop Keating Kendrick Kirkby Lacey Langford Larkin Lockwood Maddox Marchetti Mayhew Merriman "
    "Nesbitt Norwood Oakes Okafor Ormond Paget Pemberton Pryor Quigley Radley Ramsden Rowntree Sadler Selby Shankar "
    "Sorrell Stannard Tait Thackeray Tolland Underhill Varley Wadham Westcott Whitlock Winslow Yarrow"
)

BUSINESSES = (
    "Bluebell Café",
    "Corner Bakery Fenn",
    "Little Oaks Nursery",
    "Tidewater Dental Practice",
    "Fenwick & Lowe Solicitors",
    "Greenacre Garden Centre",
    "Saint Bride's Parish Hall",
    "Quayside Bookshop",
    "Mill Road Veterinary Clinic",
    "Orchard View Care Home",
    "Paper Kite Stationers",
    "The Copper Kettle",
    "Swift Print & Copy",
    "Alderby Rowing Club",
    "Rosewood Hair Studio",
    "Northgate Self Storage",
    "Pelham Street Lettings",
    "Fox & Lantern Inn",
    "Station Road Cycles",
    "Meadow Bank Primary School",
)

# Who asked and went elsewhere: every fourth, from the second, is a business.
LOST_CALLERS = (
    "Bernard Tilley",
    "Lantern Lane Pottery",
    "Agnes Ridley",
    "Marek Sowa",
    "Connie Drummond",
    "Old Mill Antiques",
    "Percy Bagnall",
    "Lucia Ferrante",
    "Winifred Shaw",
    "Alderby Chess Club",
    "Dominic Pell",
    "Rosie Hollis",
)
# Who asked and is in no book; the first two did so this week.
PASSERS_BY = (
    "Ivy Teasdale",
    "Gordon Mabey",
    "Kit Marlow",
    "Beryl Stubbs",
    "Tom Acheson",
    "Noor Rahman",
    "Ken Dobbs",
    "Sylvie Laurent",
    "Arthur Penn",
    "Joy Cattermole",
    "Rex Underwood",
    "Milly Frost",
    "Hugo Brandl",
)

STREETS = (
    "Elm Lane",
    "Orchard Road",
    "Mill Road",
    "Chapel Hill",
    "Quay Street",
    "Station Road",
    "Bramble Close",
    "Weaver's Row",
    "Larkspur Avenue",
    "North Gate",
    "Ferry Walk",
    "Priory Crescent",
)
TOWN = "Alderby"

PERSON_NOTES = (
    "Key is with the neighbour at number 9.",
    "Prefers a message to a call.",
    "Pays the same evening.",
    "The dog is friendly, the gate is not.",
    "Parking only before nine.",
    "Wants every quote in writing.",
    "Plans to redo the bathroom next year.",
    "Rents out the flat upstairs.",
    "Hard of hearing: let it ring.",
    "Makes excellent coffee.",
)
BUSINESS_NOTES = (
    "Work before opening time only.",
    "Invoices go to the office, not the shop.",
    "Pays at thirty days, reliably.",
    "Ask for the caretaker at the side door.",
    "Needs our insurance certificate every January.",
    "Fire doors are checked each spring.",
)
