//! `check`: one request, one answer.

use tarif_social::api::{self, CheckAnswer};

use crate::arguments::Check;
use crate::fault::{Done, Fault};
use crate::output::{print, print_json};
use crate::{input, sections};

pub fn run(arguments: &Check) -> Result<Done, Fault> {
    let request = input::request(arguments.file.as_deref(), &arguments.reading)?;
    let answer = api::check(&request);
    if arguments.json {
        print_json(&answer, arguments.compact)?;
    } else {
        let text = match &answer {
            CheckAnswer::Success(assessed) => sections::assessed(assessed, &request),
            CheckAnswer::Failure { problems } => sections::problems(problems, request.language),
        };
        print(&text)?;
    }
    Ok(match answer {
        CheckAnswer::Success(_) => Done::Well,
        CheckAnswer::Failure { .. } => Done::WithProblems,
    })
}
