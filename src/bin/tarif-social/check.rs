//! `check`: one request, one answer.

use tarif_social::api::{self, CheckAnswer};

use crate::arguments::Check;
use crate::fault::{Done, Fault};
use crate::output::{print, print_json};
use crate::{input, sections};

pub fn run(arguments: &Check) -> Result<Done, Fault> {
    let tree = input::request(arguments.file.as_deref(), &arguments.reading, arguments.detail)?;
    let (answer, text) = match api::read(&tree) {
        Ok(request) => {
            let answer = api::check(&request);
            let text = match &answer {
                CheckAnswer::Success(assessed) => sections::assessed(assessed, &request),
                CheckAnswer::Failure { problems } => sections::problems(problems, request.language),
            };
            (answer, text)
        }
        Err(unread) => {
            let text = sections::problems(&unread.problems, unread.language);
            let problems = unread.problems;
            (CheckAnswer::Failure { problems }, text)
        }
    };
    if arguments.json {
        print_json(&answer, arguments.compact)?;
    } else {
        print(&text)?;
    }
    Ok(match answer {
        CheckAnswer::Success(_) => Done::Well,
        CheckAnswer::Failure { .. } => Done::WithProblems,
    })
}
