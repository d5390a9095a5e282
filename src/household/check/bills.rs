//! What the household pays: its internet, and its spending by post.

use super::super::bounds::{BILL, MONTHLY, YEARLY};
use super::super::input::{HouseholdInput, LineInput, Period};
use super::super::{Internet, Post, ProblemKind, Question, Tenure};
use super::{Checker, TEXT, unknown};
use crate::algebra::{Amount, Range};
use crate::units::{Cents, Day};

impl Checker {
    pub(super) fn internet(&mut self, input: &HouseholdInput) -> Internet {
        let internet = &input.internet;
        let operator = internet.operator.clone().unwrap_or_default();
        if operator.chars().count() > TEXT {
            self.report(
                &"internet.operator",
                operator.chars().take(TEXT).collect::<String>(),
                ProblemKind::TooLong(TEXT),
            );
        }
        let commitment_end = internet.commitment_end.as_ref().and_then(|text| {
            Day::parse(text)
                .map_err(|_| self.report(&"internet.commitment_end", text, ProblemKind::NotADay))
                .ok()
        });
        Internet {
            operator,
            price: match self.lines(input, Post::FixedInternet, Question::InternetPrice) {
                Some(price) if internet.price.is_none() => price,
                Some(_) => {
                    self.report(&"internet.price", "", ProblemKind::PriceTwice);
                    unknown(BILL, Question::InternetPrice)
                }
                None => self.amount(&internet.price, &"internet.price", BILL, Question::InternetPrice),
            },
            commitment_end,
        }
    }

    pub(super) fn spending(&mut self, input: &HouseholdInput, internet: Range) -> [Range; Post::ALL.len()] {
        let spending = &input.spending;
        let mut posts = [Range::from(Cents::ZERO); Post::ALL.len()];
        for (amount, post) in posts.iter_mut().zip(Post::ALL) {
            let question = Question::Spending(*post);
            *amount = match self.lines(input, *post, question) {
                _ if *post == Post::FixedInternet => internet,
                Some(amount) => amount,
                // Whoever says that she repays a loan repays something, unless she tells that it is nothing.
                None if *post == Post::LoanInstalment && input.housing.tenure == Some(Tenure::OwnerWithLoan) => {
                    Range::new(Cents::new(1), MONTHLY, question.open())
                }
                None if spending.complete => Range::from(Cents::ZERO),
                None => unknown(MONTHLY, question),
            };
        }
        posts
    }

    /// What the lines of a post come to, a month; `None` without any.
    fn lines(&mut self, input: &HouseholdInput, post: Post, question: Question) -> Option<Range> {
        let lines = input.spending.lines.iter().enumerate();
        let amounts = lines.filter(|(_, line)| line.post == post);
        amounts
            .map(|(place, line)| self.line(line, place, question))
            .reduce(|sum, amount| sum + amount)
    }

    fn line(&mut self, line: &LineInput, place: usize, question: Question) -> Range {
        let most = match line.per {
            Period::Month => MONTHLY,
            Period::Year => YEARLY,
        };
        let field = &format_args!("spending.lines[{place}].amount");
        let amount = self.given(&line.amount, field, most, question);
        match line.per {
            Period::Month => amount,
            Period::Year => amount.ratio(1, 12),
        }
    }
}
