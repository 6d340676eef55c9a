//! Dated changes of a class that has begun, and of its sessions: what was, and what it becomes. A class that has not
//! begun is planned, and a plan is simply edited.

use super::class::ClassPlan;

/// What was changed; place and instructor are the class's own, not those of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Changed {
    Start,
    End,
    Hours,
    Capacity,
    Instructor,
    Place,
    /// A session, to another day or time.
    Moved,
}

impl Changed {
    pub const ALL: [Self; 7] =
        [Self::Start, Self::End, Self::Hours, Self::Capacity, Self::Instructor, Self::Place, Self::Moved];

    /// As the file and the command line name it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::End => "end",
            Self::Hours => "hours",
            Self::Capacity => "capacity",
            Self::Instructor => "instructor",
            Self::Place => "place",
            Self::Moved => "moved",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|changed| changed.key() == key)
    }
}

/// One value before and after, as words of the file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Change {
    pub what: Changed,
    pub was: String,
    pub becomes: String,
}

/// What the bureau was told of a class: time, place and instructor are reported in writing before they change (Tianjin,
/// F1; one more city S13, F2), hours and size belong to the filing.
pub fn changes(old: &ClassPlan, new: &ClassPlan) -> Vec<Change> {
    let seats = |plan: &ClassPlan| plan.capacity.map_or(String::new(), |most| most.to_string());
    let values = |plan: &ClassPlan| {
        [
            (Changed::Start, plan.start.to_string()),
            (Changed::End, plan.end.to_string()),
            (Changed::Hours, plan.hours.get().to_string()),
            (Changed::Capacity, seats(plan)),
            (Changed::Instructor, plan.instructor.clone()),
            (Changed::Place, plan.place.clone()),
        ]
    };
    let pairs = values(old).into_iter().zip(values(new));
    pairs
        .filter(|((_, was), (_, becomes))| was != becomes)
        .map(|((what, was), (_, becomes))| Change { what, was, becomes })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::parse_day;
    use crate::domain::class::ClassCode;
    use crate::domain::course::CourseKey;
    use crate::domain::hours::ClassHours;

    #[test]
    fn what_was_told_is_dated_and_the_rest_is_not() {
        let old = ClassPlan {
            code: ClassCode::parse("QZ-01").unwrap(),
            course: CourseKey("k".into()),
            start: parse_day("2026-09-07").unwrap(),
            end: parse_day("2026-09-18").unwrap(),
            hours: ClassHours::new(80),
            capacity: None,
            place: "一号教室".into(),
            instructor: "李师傅".into(),
        };
        let mut new = ClassPlan { code: ClassCode::parse("QZ-1").unwrap(), ..old.clone() };
        assert_eq!(changes(&old, &new), []);
        new.end = parse_day("2026-09-25").unwrap();
        new.capacity = Some(50);
        let told: Vec<(Changed, String, String)> =
            changes(&old, &new).into_iter().map(|change| (change.what, change.was, change.becomes)).collect();
        assert_eq!(
            told,
            [
                (Changed::End, "2026-09-18".to_owned(), "2026-09-25".to_owned()),
                (Changed::Capacity, String::new(), "50".to_owned()),
            ]
        );
    }
}
