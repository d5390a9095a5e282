//! The words a household is described with.

use crate::reading::word;

word! {
    /// Where the household lives.
    Territory {
        /// Metropolitan France.
        Metropolitan = "metropolitan",
        /// Guadeloupe, Martinique, French Guiana, Réunion, Saint-Barthélemy, Saint-Martin, Saint-Pierre-et-Miquelon.
        Overseas = "overseas",
        /// Mayotte.
        Mayotte = "mayotte",
    }
}

word! {
    /// Place of a person in the household.
    Role {
        /// The person who claims.
        Applicant = "applicant",
        /// Spouse, civil partner or partner.
        Partner = "partner",
        /// Child or other dependant.
        Child = "child",
    }
}

word! {
    /// How the household is housed.
    Tenure {
        /// Owner without a loan.
        Owner = "owner",
        /// Owner repaying a loan.
        OwnerWithLoan = "owner_with_loan",
        /// Tenant of an unfurnished private dwelling.
        Tenant = "tenant",
        /// Tenant of social housing.
        SocialTenant = "social_tenant",
        /// Tenant of a furnished dwelling.
        FurnishedTenant = "furnished_tenant",
        /// Lodged free of charge, without sharing costs.
        LodgedFree = "lodged_free",
        /// Lodged by somebody while sharing the costs.
        LodgedSharingCosts = "lodged_sharing_costs",
        /// Hostel or other collective housing.
        Hostel = "hostel",
        /// No dwelling.
        Homeless = "homeless",
    }
}

word! {
    /// A kind of income, monthly and net unless it says otherwise.
    IncomeKind {
        /// Net wages, apprentices' pay and short-time allowance included.
        NetWage = "net_wage",
        /// Profit of the self-employed: a twelfth of the last known year.
        SelfEmployed = "self_employed",
        /// Pay of a trainee in vocational training, allowance of the PACEA or of the CEJ included.
        TrainingPay = "training_pay",
        /// Unemployment benefit, ATA and ADA included.
        Unemployment = "unemployment",
        /// Daily allowances for sickness, work accident or occupational disease.
        SickPay = "sick_pay",
        /// Retirement pensions, widow's insurance and RSO included.
        Pension = "pension",
        /// Invalidity pension, war pension included.
        InvalidityPension = "invalidity_pension",
        /// Alimony received.
        AlimonyReceived = "alimony_received",
        /// Exceptional gains, in the months in which they are received.
        Exceptional = "exceptional",
        /// Taxed income from capital: a twelfth of the year.
        Capital = "capital",
        /// Rents received: a twelfth of the year.
        Rents = "rents",
        /// Savings whose yield is not taxed: the balance, not the income.
        Savings = "savings",
        /// Allowance for disabled adults (AAH).
        Aah = "aah",
        /// Specific solidarity allowance (ASS).
        Ass = "ass",
        /// Supplementary invalidity allowance (ASI).
        Asi = "asi",
        /// Solidarity allowance for the elderly (ASPA).
        Aspa = "aspa",
    }
}

word! {
    /// A benefit somebody of the household receives.
    Benefit {
        /// RSA, whatever its part.
        Rsa = "rsa",
        /// Prime d'activité.
        PrimeActivite = "prime_activite",
        /// Allowance for disabled adults.
        Aah = "aah",
        /// Specific solidarity allowance.
        Ass = "ass",
        /// Solidarity allowance for the elderly.
        Aspa = "aspa",
        /// Supplementary invalidity allowance.
        Asi = "asi",
        /// Allowance for asylum seekers.
        Ada = "ada",
        /// Temporary waiting allowance (until 2017 for new claims).
        Ata = "ata",
        /// Widow's insurance.
        AssuranceVeuvage = "assurance_veuvage",
        /// Complementary health cover free of charge (CMU-C until October 2019).
        C2sGratuite = "c2s_gratuite",
        /// Complementary health cover with a contribution (ACS until October 2019).
        C2sParticipation = "c2s_participation",
        /// Allowance of the youth pathway (PACEA, contrat d'engagement jeune).
        Pacea = "pacea",
        /// Overseas solidarity income (RSO).
        Rso = "rso",
        /// War invalid or war-blind pension.
        WarInvalid = "war_invalid",
        /// Energy cheque.
        EnergyCheque = "energy_cheque",
        /// Unemployment insurance benefit (known from the incomes).
        UnemploymentBenefit = "unemployment_benefit",
        /// Housing benefit: APL, ALF or ALS (known from its amount).
        HousingBenefit = "housing_benefit",
        /// Allowance for a disabled child.
        Aeeh = "aeeh",
        /// Allowance for dependent elderly people.
        Apa = "apa",
    }
}

word! {
    /// One line of a household's constrained spending. What each definition counts is said in `spending`.
    Post {
        /// Rent, before housing benefit, without charges.
        Rent = "rent",
        /// Charges of the building or of the landlord.
        Charges = "charges",
        /// Cold water, when it is not in the charges.
        Water = "water",
        /// Instalment of the housing loan.
        LoanInstalment = "loan_instalment",
        /// Property tax.
        PropertyTax = "property_tax",
        /// Electricity.
        Electricity = "electricity",
        /// Mains gas.
        Gas = "gas",
        /// Fuel oil, wood, district heating, bottled gas.
        OtherHeating = "other_heating",
        /// Fuel for the household's vehicles.
        MotorFuel = "motor_fuel",
        /// Repairs, inspection, parking, tolls.
        VehicleUpkeep = "vehicle_upkeep",
        /// Season tickets and tickets.
        PublicTransport = "public_transport",
        /// Fixed internet access, box and bundle included.
        FixedInternet = "fixed_internet",
        /// All mobile lines of the household.
        Mobile = "mobile",
        /// Fixed telephone line without internet.
        Landline = "landline",
        /// Television subscriptions, not those inside the internet bundle.
        Television = "television",
        /// Home insurance.
        HomeInsurance = "home_insurance",
        /// Complementary health cover.
        HealthInsurance = "health_insurance",
        /// Vehicle insurance.
        VehicleInsurance = "vehicle_insurance",
        /// Other insurance, life insurance left out.
        OtherInsurance = "other_insurance",
        /// School canteen.
        Canteen = "canteen",
        /// School and university fees.
        SchoolFees = "school_fees",
        /// Account and card fees, and other financial services.
        Bank = "bank",
    }
}
