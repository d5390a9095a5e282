//! The command line. Nothing but this folder touches a file, the clock or the terminal.

mod arguments;
mod check;
mod compare;
mod explain;
mod fault;
mod figures;
mod households;
mod input;
mod intervals;
mod lines;
mod lower;
mod output;
mod page;
mod params;
mod population;
mod records;
mod regimes;
mod schema;
mod sections;
mod spending;
mod threshold;
mod today;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use fault::{Done, Fault};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(Done::Well) => ExitCode::SUCCESS,
        Ok(Done::WithProblems) => ExitCode::from(1),
        Err(fault) => {
            if let Some(message) = fault.message() {
                eprintln!("tarif-social: {}", output::plain(&message));
            }
            fault.exit_code()
        }
    }
}

fn run(command: Command) -> Result<Done, Fault> {
    match command {
        Command::Check(arguments) if arguments.jsonl => lines::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Params(arguments) => params::run(&arguments),
        Command::Catalogue(arguments) => params::catalogue(&arguments),
        Command::Regimes(command) => regimes::run(&command),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Lower => lower::run(),
        Command::Compare(arguments) => compare::run(&arguments),
        Command::Threshold(arguments) => threshold::run(&arguments),
        Command::Population(command) => population::run(&command),
    }
}
