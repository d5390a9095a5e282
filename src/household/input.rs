//! What people say, as they say it: nothing here is checked, and what is left out is not known.

use serde::{Serialize, Serializer};

use crate::reading::{Read, Reader, Refusal, Tree, reads, word};

use super::{Benefit, IncomeKind, Post, Role, Tenure, Territory};

/// One amount of money as typed, in decimals with a point, two at most: `"646.52"`. The number `646.52` is the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(type = "string | number"))]
pub struct ScalarInput(pub String);

impl Read for ScalarInput {
    fn blank() -> Self {
        Self::default()
    }

    fn read(&mut self, tree: &Tree, reader: &mut Reader) {
        match tree.written() {
            Some(text) => text.clone_into(&mut self.0),
            None => reader.refuse(tree, Refusal::NotAnAmount),
        }
    }
}

#[cfg(feature = "cli")]
impl schemars::JsonSchema for ScalarInput {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ScalarInput".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": ["string", "number"],
            "description": "An amount of money in euros, two decimals at most: `\"646.52\"` or `646.52`"
        })
    }
}

/// An amount as somebody knows it: exactly, or somewhere in an interval.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub enum AmountInput {
    /// Exactly this.
    Exactly(ScalarInput),
    /// Somewhere between two amounts.
    Between(IntervalInput),
}

impl Read for AmountInput {
    fn blank() -> Self {
        Self::Exactly(ScalarInput::blank())
    }

    fn read(&mut self, tree: &Tree, reader: &mut Reader) {
        *self = match tree {
            Tree::Record(_) => {
                let mut interval = IntervalInput::blank();
                interval.read(tree, reader);
                Self::Between(interval)
            }
            _ => {
                let mut amount = ScalarInput::blank();
                amount.read(tree, reader);
                Self::Exactly(amount)
            }
        };
    }
}

/// The two ends of an approximate amount, both included.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct IntervalInput {
    /// The lowest it can be.
    pub from: ScalarInput,
    /// The highest it can be.
    pub to: ScalarInput,
}

/// An income: one amount for every month, an amount between two months (nothing before and after), or month by month.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub enum FlowInput {
    /// The same amount every month.
    Every(AmountInput),
    /// From one month to another; nothing outside. A job that began or ended.
    Period(PeriodInput),
    /// Month by month; a month left out is not known, unless `otherwise` says.
    Months(MonthsInput),
}

impl Read for FlowInput {
    fn blank() -> Self {
        Self::Every(AmountInput::blank())
    }

    /// The fields say which: `amount` is in a period only, `by_month` in months only.
    fn read(&mut self, tree: &Tree, reader: &mut Reader) {
        *self = if tree.field("amount").is_some() {
            let mut period = PeriodInput::blank();
            period.read(tree, reader);
            Self::Period(period)
        } else if tree.field("by_month").is_some() {
            let mut months = MonthsInput::blank();
            months.read(tree, reader);
            Self::Months(months)
        } else {
            let mut amount = AmountInput::blank();
            amount.read(tree, reader);
            Self::Every(amount)
        };
    }
}

/// An income received between two months.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct PeriodInput {
    /// The monthly amount.
    pub amount: AmountInput,
    /// First month with it (`2014-09`); always, when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// Last month with it; still today, when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

/// An income month by month.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct MonthsInput {
    /// Amount by month (`2014-11`).
    #[serde(serialize_with = "as_record")]
    #[cfg_attr(feature = "cli", schemars(with = "std::collections::BTreeMap<String, AmountInput>"))]
    #[cfg_attr(feature = "wasm", tsify(type = "Record<string, AmountInput>"))]
    pub by_month: Vec<(String, AmountInput)>,
    /// Amount of the months that are not listed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub otherwise: Option<AmountInput>,
}

fn as_record<S: Serializer>(months: &[(String, AmountInput)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(months.iter().map(|(month, amount)| (month, amount)))
}

reads! {
    IntervalInput { from, to; }
    PeriodInput { amount; since, until }
    MonthsInput { by_month; otherwise }
    LineInput { post, amount; per }
}

macro_rules! record {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize)]
        #[serde(default, deny_unknown_fields)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
        pub struct $name {
            $($(#[$doc])*
            #[serde(skip_serializing_if = "super::input::is_default")]
            pub $field: $type),+
        }

        reads! { $name { ; $($field),+ } }
    };
}

pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

record! {
    /// A household as somebody describes it. Everything left out is not known, never nothing.
    HouseholdInput {
        /// Where it lives.
        territory: Option<Territory>,
        /// The applicant, the partner if any, the children and other dependants.
        persons: Vec<PersonInput>,
        /// Whether there is a partner is not known; `persons` has none.
        partner_not_known: bool,
        /// How many children there are beside those of `persons` is not known.
        children_not_known: bool,
        /// What bears on the lone-parent increase and on family benefits.
        family: FamilyInput,
        /// Benefits received.
        benefits: BenefitsInput,
        /// The dwelling.
        housing: HousingInput,
        /// The tax notice.
        tax: TaxInput,
        /// Family quotient of the CAF, in euros a month. It is not the tax quotient.
        quotient_familial_caf: Option<AmountInput>,
        /// Disposable income of a month, all told, when the household knows it better than we can add it up.
        disposable_income: Option<AmountInput>,
        /// The fixed internet access.
        internet: InternetInput,
        /// The other lines of constrained spending.
        spending: SpendingInput,
    }
}

record! {
    /// A person.
    PersonInput {
        /// Place in the household. Needed.
        role: Option<Role>,
        /// Day of birth (`1980-05-12`).
        birth_date: Option<String>,
        /// Age in whole years on the first day of the month looked at, when the day of birth is not given.
        /// Without either, a child may be one to be born.
        age: Option<i64>,
        /// Pupil, student or unpaid trainee (CASF L262-4 3°).
        student: Option<bool>,
        /// On parental, sabbatical or unpaid leave, or en disponibilité (CASF L262-4 4°).
        on_leave: Option<bool>,
        /// Apprentice.
        apprentice: Option<bool>,
        /// Registered as looking for work.
        jobseeker: Option<bool>,
        /// Retired. No rule looks at it: pensions and ages say it.
        retired: Option<bool>,
        /// Pregnant.
        pregnant: Option<bool>,
        /// Disabled (incapacity recognised). No rule looks at it: the AAH, when it is received, says it.
        disabled: Option<bool>,
        /// French, or has the residence permit the RSA asks for.
        residence_condition: Option<bool>,
        /// Stays regularly in France (CSS L512-2): enough for who is entitled to the lone-parent increase (CASF L262-4 2° b).
        regular_stay: Option<bool>,
        /// 18 to 24 years old with two years of full-time work (3,214 hours) in the last three years.
        young_worker_hours: Option<bool>,
        /// For a child: lives by turns with both parents.
        shared_custody: Option<bool>,
        /// What the person receives.
        incomes: IncomesInput,
    }
}

record! {
    /// What a person receives, by kind, and the alimony she pays.
    IncomesInput {
        /// The person says this is all: the kinds left out, and alimony paid, are nothing, not unknown.
        complete: bool,
        /// Net wages, apprentices' pay and short-time allowance included.
        net_wage: Option<FlowInput>,
        /// Profit of the self-employed: a twelfth of the last known year.
        self_employed: Option<FlowInput>,
        /// Pay of a trainee in vocational training, allowance of the PACEA or of the CEJ included.
        training_pay: Option<FlowInput>,
        /// Unemployment benefit, ATA and ADA included.
        unemployment: Option<FlowInput>,
        /// Daily allowances for sickness, work accident or occupational disease.
        sick_pay: Option<FlowInput>,
        /// Retirement pensions, widow's insurance and RSO included.
        pension: Option<FlowInput>,
        /// Invalidity pension, war pension included.
        invalidity_pension: Option<FlowInput>,
        /// Alimony received.
        alimony_received: Option<FlowInput>,
        /// Alimony paid. It is nobody's income, and only the complementary health cover and the disposable income deduct it.
        alimony_paid: Option<FlowInput>,
        /// Exceptional gains, in the months in which they are received.
        exceptional: Option<FlowInput>,
        /// Taxed income from capital: a twelfth of the year.
        capital: Option<FlowInput>,
        /// Rents received: a twelfth of the year.
        rents: Option<FlowInput>,
        /// Savings whose yield is not taxed: the balance, not the income.
        savings: Option<FlowInput>,
        /// Allowance for disabled adults (AAH).
        aah: Option<FlowInput>,
        /// Specific solidarity allowance (ASS).
        ass: Option<FlowInput>,
        /// Supplementary invalidity allowance (ASI).
        asi: Option<FlowInput>,
        /// Solidarity allowance for the elderly (ASPA).
        aspa: Option<FlowInput>,
    }
}

impl IncomesInput {
    /// The flow of one kind.
    #[must_use]
    pub fn get(&self, kind: IncomeKind) -> Option<&FlowInput> {
        match kind {
            IncomeKind::NetWage => &self.net_wage,
            IncomeKind::SelfEmployed => &self.self_employed,
            IncomeKind::TrainingPay => &self.training_pay,
            IncomeKind::Unemployment => &self.unemployment,
            IncomeKind::SickPay => &self.sick_pay,
            IncomeKind::Pension => &self.pension,
            IncomeKind::InvalidityPension => &self.invalidity_pension,
            IncomeKind::AlimonyReceived => &self.alimony_received,
            IncomeKind::Exceptional => &self.exceptional,
            IncomeKind::Capital => &self.capital,
            IncomeKind::Rents => &self.rents,
            IncomeKind::Savings => &self.savings,
            IncomeKind::Aah => &self.aah,
            IncomeKind::Ass => &self.ass,
            IncomeKind::Asi => &self.asi,
            IncomeKind::Aspa => &self.aspa,
        }
        .as_ref()
    }
}

record! {
    /// What bears on the lone-parent increase and on family benefits.
    FamilyInput {
        /// Alone with a child for less than 18 months (separation, death, birth...).
        recent_isolation: Option<bool>,
        /// Resources of the year before last counted for family benefits, in euros a year.
        resources_n2: Option<AmountInput>,
        /// Both partners had earnings in the year before last.
        dual_earner_n2: Option<bool>,
        /// Family allowances received, as paid, increases for age included, in euros a month; computed when left out.
        allocations_familiales: Option<AmountInput>,
        /// Family supplement received, as paid, increase included, in euros a month; computed when left out.
        complement_familial: Option<AmountInput>,
        /// Base allowance of the PAJE received, in euros a month; computed when left out.
        paje_base: Option<AmountInput>,
        /// Family support allowance received, in euros a month; computed when left out.
        allocation_soutien_familial: Option<AmountInput>,
    }
}

record! {
    /// Benefits received, by anybody in the household. AAH, ASS, ASI, ASPA, unemployment benefit and housing benefit are
    /// known from their amounts.
    BenefitsInput {
        /// The household says this is all: the benefits left out are not received.
        complete: bool,
        /// RSA, whatever its part.
        rsa: Option<bool>,
        /// Prime d'activité.
        prime_activite: Option<bool>,
        /// Allowance for disabled adults.
        aah: Option<bool>,
        /// Specific solidarity allowance.
        ass: Option<bool>,
        /// Solidarity allowance for the elderly.
        aspa: Option<bool>,
        /// Supplementary invalidity allowance.
        asi: Option<bool>,
        /// Allowance for asylum seekers.
        ada: Option<bool>,
        /// Temporary waiting allowance (until 2017 for new claims).
        ata: Option<bool>,
        /// Widow's insurance.
        assurance_veuvage: Option<bool>,
        /// Complementary health cover free of charge (CMU-C until October 2019).
        c2s_gratuite: Option<bool>,
        /// Complementary health cover with a contribution (ACS until October 2019).
        c2s_participation: Option<bool>,
        /// Allowance of the youth pathway (PACEA, contrat d'engagement jeune).
        pacea: Option<bool>,
        /// Overseas solidarity income (RSO).
        rso: Option<bool>,
        /// War invalid or war-blind pension.
        war_invalid: Option<bool>,
        /// Energy cheque.
        energy_cheque: Option<bool>,
        /// Allowance for a disabled child.
        aeeh: Option<bool>,
        /// Allowance for dependent elderly people.
        apa: Option<bool>,
    }
}

impl BenefitsInput {
    /// Whether one of them is received; `None` when it was not said.
    #[must_use]
    pub const fn get(&self, benefit: Benefit) -> Option<bool> {
        match benefit {
            Benefit::Rsa => self.rsa,
            Benefit::PrimeActivite => self.prime_activite,
            Benefit::Aah => self.aah,
            Benefit::Ass => self.ass,
            Benefit::Aspa => self.aspa,
            Benefit::Asi => self.asi,
            Benefit::Ada => self.ada,
            Benefit::Ata => self.ata,
            Benefit::AssuranceVeuvage => self.assurance_veuvage,
            Benefit::C2sGratuite => self.c2s_gratuite,
            Benefit::C2sParticipation => self.c2s_participation,
            Benefit::Pacea => self.pacea,
            Benefit::Rso => self.rso,
            Benefit::WarInvalid => self.war_invalid,
            Benefit::EnergyCheque => self.energy_cheque,
            Benefit::Aeeh => self.aeeh,
            Benefit::Apa => self.apa,
            Benefit::UnemploymentBenefit | Benefit::HousingBenefit => None,
        }
    }
}

record! {
    /// The dwelling.
    HousingInput {
        /// How it is occupied.
        tenure: Option<Tenure>,
        /// Housing benefit received, in euros a month.
        housing_benefit: Option<AmountInput>,
        /// The building has a collective cable service (asked by one operator in 2010).
        collective_cable: Option<bool>,
        /// The household has a fixed telephone line.
        fixed_line: Option<bool>,
        /// Another line of the household already has a social tariff.
        social_line: Option<bool>,
    }
}

record! {
    /// The tax notice.
    TaxInput {
        /// Reference tax income, in euros a year.
        rfr: Option<AmountInput>,
        /// Tax parts, in decimal text: `"2.5"`.
        parts: Option<AmountInput>,
    }
}

record! {
    /// The fixed internet access.
    InternetInput {
        /// Name of the operator.
        operator: Option<String>,
        /// Monthly price, taxes included; `"0"` when there is none.
        price: Option<AmountInput>,
        /// Last day of the commitment (`2026-12-31`).
        commitment_end: Option<String>,
    }
}

record! {
    /// Constrained spending, the internet access apart.
    SpendingInput {
        /// The household says this is all: the posts left out are nothing.
        complete: bool,
        /// The lines; a post may come twice, its lines are added.
        lines: Vec<LineInput>,
    }
}

/// A line of spending.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct LineInput {
    /// The post.
    pub post: Post,
    /// The amount, taxes included.
    pub amount: AmountInput,
    /// A month or a year.
    #[serde(default)]
    pub per: Period,
}

word! {
    /// What a spending amount is counted over.
    #[derive(Default)]
    Period {
        /// A month.
        #[default]
        Month = "month",
        /// A year.
        Year = "year",
    }
}

impl HouseholdInput {
    /// Nobody says how much of this income is received.
    pub(super) fn gives_no(&self, kind: IncomeKind) -> bool {
        self.persons.iter().all(|person| person.incomes.get(kind).is_none())
    }
}

/// The income that a benefit is told among.
pub(super) const fn told_among(benefit: Benefit) -> Option<IncomeKind> {
    Some(match benefit {
        Benefit::AssuranceVeuvage | Benefit::Rso => IncomeKind::Pension,
        Benefit::Ata | Benefit::Ada => IncomeKind::Unemployment,
        Benefit::WarInvalid => IncomeKind::InvalidityPension,
        Benefit::Pacea => IncomeKind::TrainingPay,
        _ => return income_of(benefit),
    })
}

/// The income a benefit is, for those whose amount is asked.
pub(super) const fn income_of(benefit: Benefit) -> Option<IncomeKind> {
    Some(match benefit {
        Benefit::Aah => IncomeKind::Aah,
        Benefit::Ass => IncomeKind::Ass,
        Benefit::Asi => IncomeKind::Asi,
        Benefit::Aspa => IncomeKind::Aspa,
        Benefit::UnemploymentBenefit => IncomeKind::Unemployment,
        _ => return None,
    })
}
