use super::{Benefit, Guess, IncomeKind, Post};
use crate::algebra::Unknowns;

macro_rules! questions {
    ($($(#[$doc:meta])* $variant:ident = $text:literal),+ $(,)?) => {
        /// Something the engine may not know about a household. Asked of every person it concerns at once.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Question {
            $($(#[$doc])* $variant,)+
            /// How much of a kind of income is received, by whom and when.
            Income(IncomeKind),
            /// Whether a benefit is received.
            Receives(Benefit),
            /// What is spent on a post.
            Spending(Post),
        }

        const PLAIN: &[(Question, &str)] = &[$((Question::$variant, $text)),+];

        impl Question {
            /// Its bit among [`Unknowns`].
            #[must_use]
            pub const fn bit(self) -> u8 {
                /// The questions without a kind, in the order of [`PLAIN`].
                enum Plain { $($variant),+ }
                match self {
                    $(Self::$variant => Plain::$variant as u8,)+
                    Self::Income(kind) => INCOMES + kind as u8,
                    Self::Receives(benefit) => BENEFITS + benefit as u8,
                    Self::Spending(post) => POSTS + post as u8,
                }
            }
        }
    };
}

questions! {
    /// Where the household lives.
    Territory = "territory",
    /// Whether there is a partner.
    Partner = "partner",
    /// How many children there are.
    Children = "children",
    /// A day of birth.
    BirthDate = "birth_date",
    /// Pupil or student.
    Student = "student",
    /// Parental, sabbatical or unpaid leave.
    OnLeave = "on_leave",
    /// Apprentice.
    Apprentice = "apprentice",
    /// Looking for work.
    Jobseeker = "jobseeker",
    /// Pregnant.
    Pregnant = "pregnant",
    /// Nationality or permit.
    ResidenceCondition = "residence_condition",
    /// Regular stay.
    RegularStay = "regular_stay",
    /// Hours worked by somebody under 25.
    YoungWorkerHours = "young_worker_hours",
    /// Children living by turns with both parents.
    SharedCustody = "shared_custody",
    /// Alone with a child for less than 18 months.
    RecentIsolation = "recent_isolation",
    /// Resources of the year before last.
    ResourcesN2 = "resources_n2",
    /// Both partners had earnings in the year before last.
    DualEarnerN2 = "dual_earner_n2",
    /// Family allowances.
    AllocationsFamiliales = "allocations_familiales",
    /// Family supplement.
    ComplementFamilial = "complement_familial",
    /// Base allowance of the PAJE.
    PajeBase = "paje_base",
    /// Family support allowance.
    AllocationSoutienFamilial = "allocation_soutien_familial",
    /// How the dwelling is occupied.
    Tenure = "tenure",
    /// Housing benefit.
    HousingBenefit = "housing_benefit",
    /// Collective cable service.
    CollectiveCable = "collective_cable",
    /// Fixed telephone line.
    FixedLine = "fixed_line",
    /// A line with a social tariff already.
    SocialLine = "social_line",
    /// Reference tax income.
    Rfr = "rfr",
    /// Tax parts.
    Parts = "parts",
    /// Family quotient of the CAF.
    QuotientFamilialCaf = "quotient_familial_caf",
    /// Disposable income.
    DisposableIncome = "disposable_income",
    /// Price of the fixed internet access.
    InternetPrice = "internet_price",
    /// Alimony paid: asked with the incomes.
    AlimonyPaid = "income.alimony_paid",
}

/// First bits of the questions that have a kind.
const INCOMES: u8 = PLAIN.len() as u8;
const BENEFITS: u8 = INCOMES + IncomeKind::ALL.len() as u8;
const POSTS: u8 = BENEFITS + Benefit::ALL.len() as u8;
const _: () = assert!(POSTS as usize + Post::ALL.len() <= Unknowns::MOST);

impl Question {
    /// What depends on this question and nothing else.
    #[must_use]
    pub const fn open(self) -> Unknowns {
        Unknowns::one(self.bit())
    }

    /// How it is written in an answer: `tenure`, `income.net_wage`, `receives.aah`, `spending.rent`.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Income(kind) => format!("income.{}", kind.name()),
            Self::Receives(benefit) => format!("receives.{}", benefit.name()),
            Self::Spending(post) => format!("spending.{}", post.name()),
            plain => PLAIN
                .get(usize::from(plain.bit()))
                .map_or_else(String::new, |(_, name)| (*name).to_owned()),
        }
    }

    /// How many of three guesses at its answer are this one: a condition has no middle, it is no oftener than yes.
    #[must_use]
    pub const fn times(self, guess: Guess) -> u32 {
        match self {
            Self::Student
            | Self::OnLeave
            | Self::Apprentice
            | Self::Jobseeker
            | Self::Pregnant
            | Self::ResidenceCondition
            | Self::RegularStay
            | Self::YoungWorkerHours
            | Self::SharedCustody
            | Self::RecentIsolation
            | Self::DualEarnerN2
            | Self::CollectiveCable
            | Self::FixedLine
            | Self::SocialLine
            | Self::Receives(_) => match guess {
                Guess::Low => 2,
                Guess::Middle => 0,
                Guess::High => 1,
            },
            _ => 1,
        }
    }

    /// Every question.
    pub fn all() -> impl Iterator<Item = Self> {
        PLAIN
            .iter()
            .map(|(question, _)| *question)
            .chain(IncomeKind::ALL.iter().map(|kind| Self::Income(*kind)))
            .chain(Benefit::ALL.iter().map(|benefit| Self::Receives(*benefit)))
            .chain(Post::ALL.iter().map(|post| Self::Spending(*post)))
    }

    /// The questions among `unknowns`.
    pub fn among(unknowns: Unknowns) -> impl Iterator<Item = Self> {
        Self::all().filter(move |question| unknowns.has(question.bit()))
    }
}
