//! Tên đơn vị as systems call it: the keys under which their answers name a unit. In a list of dossiers the same keys may
//! name a person, so they count in tables of units alone.

use super::Field::Unit;
use super::word_card;

word_card!(Unit, Units, [
        "name", "unit", "unit name", "agency", "agency name", "department", "department name", "organization",
        "organization name", "org name", "office name", "locality", "locality name", "ten day du", "full name", "ten thong ke",
    ],
    accepted: [("name", Unit), ("unitName", Unit), ("agency name", Unit), ("DEPARTMENT_NAME", Unit), ("tenThongKe", Unit)],
    refused: ["username", "file name", "metric name", "code"]);
