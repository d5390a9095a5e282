//! What is the same for every household: names, articles, sources.

use serde::Serialize;

use super::Ruleset;
use crate::regimes::Text;

answer! {
    /// All the words, articles and sources that answers point at by id, in a language.
    Catalogue {
        /// The rules and values it describes: those of the answers that may be read with it.
        ruleset: Ruleset,
        /// The first and the last month that the values cover, `2009-06`.
        months: Vec<Text>,
        /// Every benefit, and when somebody may receive it.
        benefits: Vec<BenefitRecord>,
        /// Every dated value, in the order of the ids, then of the dates.
        values: Vec<DatedValueAnswer>,
        /// Every built-in regime, variants after their parent.
        regimes: Vec<RegimeRecord>,
        /// The steps of a computation.
        steps: Vec<StepRecord>,
        /// Definitions of constrained spending.
        definitions: Vec<DefinitionRecord>,
        /// Published tables of means.
        tables: Vec<TableRecord>,
        /// Published bounds of the tenths of standard of living, by year.
        tenths: Vec<TenthsRecord>,
        /// Where the rule on energy poverty comes from.
        energy_rule: SourceAnswer,
        /// What exists beside the regimes, with its doubts.
        pointers: Vec<PointerRecord>,
        /// Families of spending.
        families: Vec<WordsRecord>,
        /// Headings of the tables of means.
        headings: Vec<HeadingRecord>,
        /// Price indices.
        indices: Vec<IndexRecord>,
        /// What a figure of spending may lack.
        missing: Vec<WordsRecord>,
    }
}

answer! {
    /// A benefit that a household may say it receives.
    BenefitRecord {
        /// Its id.
        id: Text,
        /// The months in which somebody may receive it, in each territory where there are any.
        periods: Vec<BenefitPeriod>,
    }
}

answer! {
    /// The months in which a benefit may be received somewhere.
    BenefitPeriod {
        /// `metropolitan`, `overseas` or `mayotte`.
        territory: Text,
        /// The first month, `2016-01`; `null` when it was there before the first month that is covered.
        from: Option<Text>,
        /// The last month; `null` when there is no end, or after the last month that is covered.
        until: Option<Text>,
    }
}

answer! {
    /// What an id means.
    WordsRecord {
        /// The id.
        id: Text,
        /// In words.
        label: Text,
    }
}

answer! {
    /// A source.
    SourceAnswer {
        /// Its title.
        title: Text,
        /// Its address; empty when it has none.
        url: Text,
        /// Its date, as known.
        date: Text,
        /// `law`, `official`, `press`, `secondary`, `derived`, `unverified`.
        confidence: Text,
    }
}

answer! {
    /// A step of a computation.
    StepRecord {
        /// Its name.
        name: Text,
        /// The article it follows.
        article: Text,
        /// The term of the law.
        term: Text,
    }
}

answer! {
    /// A dated value.
    DatedValueAnswer {
        /// Its id: `rsa.montant_de_base`.
        id: Text,
        /// What it is.
        label: Text,
        /// The article it implements.
        article: Text,
        /// The value, exact decimal text; `null` once repealed.
        value: Option<Text>,
        /// Its unit: `EUR/month`, `ratio`...
        unit: Text,
        /// First day it applies.
        from: Text,
        /// Day it was published, when recorded.
        published: Option<Text>,
        /// Last day on which somebody verified that it holds.
        checked: Text,
        /// Where it comes from, and how sure that is.
        source: SourceAnswer,
    }
}

answer! {
    /// Something to know about a month that is not a verdict: an offer, a fund, a right without an obliged operator.
    PointerRecord {
        /// Its id.
        id: Text,
        /// The regime that says the same, where there is one: who shows it need not show this.
        regime: Option<Text>,
        /// What it is.
        title: Text,
        /// What to know.
        text: Text,
        /// What is not sure about it.
        doubt: Text,
        /// Where it comes from.
        source: SourceAnswer,
        /// Last day on which somebody verified it.
        checked: Text,
    }
}

answer! {
    /// A definition of constrained spending.
    DefinitionRecord {
        /// `insee`, `drees`, `four_posts`.
        name: Text,
        /// Its name in words.
        label: Text,
        /// What it counts and leaves out.
        scope: Text,
        /// Where its list comes from.
        source: SourceAnswer,
    }
}

answer! {
    /// A published table of means.
    TableRecord {
        /// Its id.
        id: Text,
        /// How it splits households.
        label: Text,
        /// The households and the unit.
        field: Text,
        /// Year of the figures and of their prices.
        year: u16,
        /// Its groups.
        groups: Vec<WordsRecord>,
        /// Its rows: the headings each brings together, by id.
        rows: Vec<Vec<Text>>,
        /// Where it comes from.
        source: SourceAnswer,
    }
}

answer! {
    /// A heading of the tables of means.
    HeadingRecord {
        /// Its id.
        id: Text,
        /// In words.
        label: Text,
        /// The price index that moves it to another year, by id; absent where there is none.
        index: Option<Text>,
    }
}

answer! {
    /// A price index of the national accounts, 100 in 2020.
    IndexRecord {
        /// Its id.
        id: Text,
        /// What it prices.
        label: Text,
        /// Its level by year.
        levels: Vec<LevelRecord>,
    }
}

answer! {
    /// The level of a price index in a year.
    LevelRecord {
        /// The year.
        year: u16,
        /// The level: `"101.3"`.
        level: Text,
    }
}

answer! {
    /// Published bounds of the tenths of standard of living.
    TenthsRecord {
        /// The year of the incomes.
        year: u16,
        /// Where they come from.
        source: SourceAnswer,
    }
}

answer! {
    /// Who pays.
    PayerAnswer {
        /// Name of the payer.
        payer: Text,
        /// Share, `"1"` for all.
        share: Text,
    }
}

answer! {
    /// A built-in regime, for lists and for the page "sources and method".
    RegimeRecord {
        /// Its id.
        id: Text,
        /// The regime it is a variant of.
        variant_of: Option<Text>,
        /// Its name.
        name: Text,
        /// What it is, in a sentence.
        description: Text,
        /// `in-force`, `lapsed`, `voluntary-offer`, `statutory-list`, `proposal`, `transposed`.
        status: Text,
        /// Day it was made public.
        announced: Option<Text>,
        /// First day somebody could have it.
        from: Option<Text>,
        /// Last day.
        until: Option<Text>,
        /// How it is granted.
        granting: Text,
        /// Share of entitled households that then have it: low, central, high (`"0.56"`).
        take_up: Vec<Text>,
        /// Where those shares come from.
        take_up_source: SourceAnswer,
        /// Who pays, and which share.
        payers: Vec<PayerAnswer>,
        /// What is not sure about it.
        doubts: Vec<Text>,
        /// Where it comes from.
        sources: Vec<SourceAnswer>,
        /// Last day on which somebody verified it.
        checked: Text,
    }
}
