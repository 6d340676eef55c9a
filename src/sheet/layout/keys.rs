//! The words a layout file may use, each with its key.

macro_rules! keys {
    ($(#[$doc:meta])* $kind:ident { $($(#[$inner:meta])* $name:ident = $key:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $kind { $($(#[$inner])* $name),+ }

        impl $kind {
            pub const ALL: &[Self] = &[$(Self::$name),+];

            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key),+ }
            }

            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.key() == key)
            }
        }
    };
}

keys! { Paper { A4 = "A4" } }
keys! { Orientation { Portrait = "portrait", Landscape = "landscape" } }

keys! {
    /// A worksheet for the class with a row a person, or one such worksheet for each part of its timetable.
    RowsPer { Person = "person", Day = "day", HalfDay = "half_day", Month = "month" }
}

keys! {
    /// How days are written: `2026-09-07`, `2026.09.07`, or with the hanzi of year, month and day.
    Dates { Dash = "dash", Dot = "dot", Hanzi = "hanzi" }
}

keys! {
    Kind {
        Text = "text",
        Integer = "integer",
        Hours = "hours",
        Date = "date",
        /// Left empty for a signature.
        Sign = "sign",
    }
}

keys! {
    /// Where a column's values come from.
    Fact {
        /// The line of the sheet, 1…n without a gap. A seat stays empty when somebody leaves.
        Number = "number",
        Seat = "seat",
        Name = "name",
        IdNumber = "id_number",
        IdTail4 = "id_tail4",
        Sex = "sex",
        Age = "age",
        Birth = "birth",
        Nation = "nation",
        Education = "education",
        Phone = "phone",
        Address = "address",
        HukouKind = "hukou_kind",
        HukouPlace = "hukou_place",
        Category = "category",
        Employer = "employer",
        Course = "course",
        Level = "level",
        Start = "start",
        End = "end",
        Planned = "planned",
        Delivered = "delivered",
        Credited = "credited",
        Required = "required",
        Missing = "missing",
        CanMiss = "can_miss",
        /// Exact: `56/60`.
        Ratio = "ratio",
        /// As text with its sign: `93.3%`.
        Percent = "percent",
        /// Present, late or gone early: everybody who came.
        CameCount = "came_count",
        PresentCount = "present_count",
        LateCount = "late_count",
        EarlyCount = "early_count",
        LeaveCount = "leave_count",
        AbsentCount = "absent_count",
        BankHolder = "bank_holder",
        Bank = "bank",
        BankAccount = "bank_account",
        Remarks = "remarks",
        /// What the class will give. No table holds certificates yet.
        CertificateKind = "certificate_kind",
        CertificateNumber = "certificate_number",
        /// The level a person had before.
        PriorLevel = "prior_level",
        /// Who promised to employ the person after the class.
        PromisedEmployer = "promised_employer",
        /// Nothing: written by hand.
        Blank = "blank",
        /// One column for each session of the page; values are keys such as `present`.
        Sessions = "sessions",
    }
}

keys! {
    /// What stands in braces in the title, the header block and the footer.
    Field {
        Centre = "centre",
        ClassTitle = "class_title",
        ClassCode = "class_code",
        Course = "course",
        Level = "level",
        Start = "start",
        End = "end",
        /// The day of a sign-in sheet, written out.
        Date = "date",
        Weekday = "weekday",
        /// Morning, afternoon or evening.
        Half = "half",
        /// From–to of the page's sessions.
        Slot = "slot",
        Month = "month",
        /// Which number stands for which session: the dates of numbered columns.
        Sessions = "sessions",
        Place = "place",
        Instructor = "instructor",
        Topic = "topic",
        /// How many people stand on the sheet.
        Count = "count",
        Planned = "planned",
        Printed = "printed",
        Operator = "operator",
    }
}

impl Fact {
    /// Digits that are names, not amounts: a number would lose them (forms.md 10, pain 2).
    pub const fn must_be_text(self) -> bool {
        matches!(
            self,
            Self::IdNumber | Self::IdTail4 | Self::Phone | Self::BankAccount | Self::CertificateNumber
        )
    }

    /// Asked for by a bureau's form and kept nowhere yet: the column goes out empty, and the export says so.
    pub const fn is_kept(self) -> bool {
        !matches!(
            self,
            Self::HukouPlace
                | Self::CertificateKind
                | Self::CertificateNumber
                | Self::PriorLevel
                | Self::PromisedEmployer
        )
    }
}
