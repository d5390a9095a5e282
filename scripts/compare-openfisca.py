#!/usr/bin/env python3
"""Times the RSA of the same households by OpenFisca-France and by this project, and compares what both say.

    python3 -m venv somewhere && somewhere/bin/pip install OpenFisca-France==176.1.8 OpenFisca-Core==44.7.1 numpy==2.3.5
    cargo build --release --features cli
    somewhere/bin/python scripts/compare-openfisca.py [HOUSEHOLDS]

The households are those of tests/reference/openfisca (May 2018), repeated. OpenFisca is given what no rule at hand should
work out (housing benefit, resources of the year before last) and works out the RSA, its resources, its housing amount and
the family benefits it counts; so does this project, from requests in JSON and with the sentences of its verdicts, since that
is how it is used. Differences by rule are explained household by household elsewhere: `cargo run --release --features cli
--example reference`.
"""
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_france import FranceTaxBenefitSystem

ROOT = Path(__file__).resolve().parent.parent
PERIOD, HISTORY = "2018-05", 18
COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000

# Ours: the tenure, the kind of income. Theirs: the variable.
TENURES = {
    "tenant": ("tenant", "locataire_vide"),
    "tenant_social": ("social_tenant", "locataire_hlm"),
    "tenant_furnished": ("furnished_tenant", "locataire_meuble"),
    "owner": ("owner", "proprietaire"),
    "owner_mortgage": ("owner_with_loan", "primo_accedant"),
    "free": ("lodged_free", "loge_gratuitement"),
    "free_contributing": ("lodged_sharing_costs", "loge_gratuitement"),
    "hostel": ("hostel", "locataire_foyer"),
    "homeless": ("homeless", "sans_domicile"),
}
INCOMES = {
    "net_wage": "salaire_net",
    "unemployment": "chomage_net",
    "pension": "retraite_nette",
    "invalidity_pension": "pensions_invalidite",
    "alimony_received": "pensions_alimentaires_percues",
    "exceptional": "gains_exceptionnels",
    "sick_pay": "indemnites_journalieres_maladie",
    "ass": "ass",
    "aah": "aah",
}
QUIET_PERSON = ["asi", "caah", "rpns_auto_entrepreneur_benefice", "remuneration_apprenti", "revenus_capital", "revenus_locatifs"]
QUIET_FAMILY = ["paje_clca", "paje_prepare", "paje_colca"]
OUTPUTS = ["rsa", "rsa_base_ressources", "rsa_base_ressources_prestations_familiales", "rsa_forfait_logement"]


def month(offset):
    year, number = map(int, PERIOD.split("-"))
    count = year * 12 + number - 1 + offset
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def households():
    with gzip.open(ROOT / f"tests/reference/openfisca/oracle_{PERIOD}.jsonl.gz", "rt") as lines:
        known = [json.loads(line)["inputs"] for line in lines]
    return [known[place % len(known)] for place in range(COUNT)]


def request(household):
    """A household as this project's command line reads it."""
    housing, family = household["housing"], household["family"]
    text = lambda amount: f"{amount:.2f}"
    persons = []
    for person in household["persons"]:
        incomes = {
            kind: {"by_month": {month(at - 4): text(amount) for at, amount in enumerate(amounts)}, "otherwise": text(amounts[0])}
            for kind, amounts in person["income"].items()
        }
        incomes |= {"complete": True, "savings": text(person["savings"])}
        persons.append({
            "role": person["role"], "birth_date": person["birth_date"], "student": person["student"], "on_leave": False, "apprentice": False,
            "pregnant": person["pregnant"], "residence_condition": person["residence_ok"], "regular_stay": True,
            "shared_custody": False, "young_worker_hours": person["young_hours_ok"], "incomes": incomes,
        })
    persons[0]["incomes"]["aspa"] = text(family["aspa"])
    loan = housing["monthly_housing_cost"] if housing["status"] == "owner_mortgage" else 0
    return {
        "schema_version": 1, "month": PERIOD, "detail": "verdicts", "regimes": [],
        "household": {
            "territory": "metropolitan", "persons": persons,
            "family": {
                "recent_isolation": family["recent_isolation"], "resources_n2": text(family["n2_resources"]),
                "dual_earner_n2": family["dual_earner_n2"],
            },
            "benefits": {"ada": False},
            "housing": {"tenure": TENURES[housing["status"]][0], "housing_benefit": text(housing["housing_benefit"])},
            "spending": {"complete": True, "lines": [{"post": "loan_instalment", "amount": text(loan)}]},
        },
    }


def ours(everyone):
    program = ROOT / "target/release/tarif-social"
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.writelines(json.dumps(request(household)) + "\n" for household in everyone)
        file.flush()
        began = time.perf_counter()
        done = subprocess.run([program, "check", "--jsonl", file.name], stdout=subprocess.PIPE, check=True)
        seconds = time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    rsa = [float(json.loads(line)["rsa"]["total"]) for line in done.stdout.splitlines()]
    return np.array(rsa), seconds, memory


def theirs(everyone):
    began = time.perf_counter()
    system = FranceTaxBenefitSystem()
    started = time.perf_counter() - began
    persons = [person for household in everyone for person in household["persons"]]
    owner = np.array([place for place, household in enumerate(everyone) for _ in household["persons"]])
    rank = np.array([{"applicant": 0, "partner": 1, "child": 2}[person["role"]] for person in persons])
    builder = SimulationBuilder()
    builder.create_entities(system)
    builder.declare_person_entity("individu", np.arange(len(owner)))
    for entity, roles in {
        "famille": ["demandeur", "conjoint", "enfant"],
        "foyer_fiscal": ["declarant_principal", "conjoint", "personne_a_charge"],
        "menage": ["personne_de_reference", "conjoint", "enfant"],
    }.items():
        builder.join_with_persons(builder.declare_entity(entity, np.arange(COUNT)), owner, np.array(roles)[rank])
    simulation = builder.build(system)
    of_persons = lambda field, kind: np.array([person[field] for person in persons], kind)
    of_homes = lambda part, field, kind: np.array([household[part][field] for household in everyone], kind)
    simulation.set_input("date_naissance", "ETERNITY", of_persons("birth_date", "datetime64[D]"))
    incomes = {kind: np.array([person["income"].get(kind, [0] * 5) for person in persons], float) for kind in INCOMES}
    every_month = {
        "epargne_revenus_non_imposables": of_persons("savings", float),
        "rsa_condition_nationalite": of_persons("residence_ok", bool),
        "rsa_jeune_condition_heures_travail_remplie": of_persons("young_hours_ok", bool),
        "etudiant": of_persons("student", bool),
        "enceinte": of_persons("pregnant", bool),
        "aide_logement": of_homes("housing", "housing_benefit", float),
        "loyer": of_homes("housing", "monthly_housing_cost", float),
        "statut_occupation_logement": np.array([TENURES[household["housing"]["status"]][1] for household in everyone]),
        "participation_frais": of_homes("housing", "status", str) == "free_contributing",
        "rsa_isolement_recent": of_homes("family", "recent_isolation", bool),
        "aspa": of_homes("family", "aspa", float),
        "prestations_familiales_base_ressources": of_homes("family", "n2_resources", float),
        "cf_base_ressources": of_homes("family", "n2_resources", float),
        "biactivite": of_homes("family", "dual_earner_n2", bool),
    }
    every_month |= {name: np.zeros(len(persons)) for name in QUIET_PERSON}
    every_month |= {name: np.zeros(COUNT) for name in QUIET_FAMILY}
    for offset in range(-HISTORY, 1):
        for kind, variable in INCOMES.items():
            simulation.set_input(variable, month(offset), incomes[kind][:, max(offset, -4) + 4])
        for variable, values in every_month.items():
            simulation.set_input(variable, month(offset), values)
    known = {month(offset) for offset in range(-HISTORY, 1)}
    for year in range(int(PERIOD[:4]) - 4, int(PERIOD[:4]) + 1):
        simulation.set_input("assiette_csg_plus_values", str(year), np.zeros(COUNT))
        simulation.set_input("ppa_rsa_derniers_revenus_tns_annuels_connus", str(year), np.zeros(len(persons)))
        for name in ["revenus_capital", "revenus_locatifs"]:
            for number in range(1, 13):
                if f"{year}-{number:02d}" not in known:
                    simulation.set_input(name, f"{year}-{number:02d}", np.zeros(len(persons)))
    began = time.perf_counter()
    found = {output: simulation.calculate(output, PERIOD) for output in OUTPUTS}
    seconds = time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found["rsa"], started, seconds, memory


def main():
    everyone = households()
    rsa, seconds, memory = ours(everyone)
    other, started, computing, most = theirs(everyone)
    same = np.mean(np.abs(rsa - other) <= 0.01)
    print(f"{COUNT:,} households, RSA of {PERIOD}, the same to the cent for {same:.1%}")
    print(f"tarif-social   {seconds:6.2f} s from JSON to JSON, {COUNT / seconds:,.0f} a second, {memory:,.0f} MB, one core")
    print(f"OpenFisca      {computing:6.2f} s of computing, {COUNT / computing:,.0f} a second, {most:,.0f} MB, after {started:.1f} s to start and the inputs set")


main()
