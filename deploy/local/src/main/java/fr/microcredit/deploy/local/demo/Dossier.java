package fr.microcredit.deploy.local.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import fr.microcredit.deploy.local.client.Answer;
import fr.microcredit.deploy.local.client.Api;
import fr.microcredit.deploy.local.client.Api.Target;
import fr.microcredit.deploy.local.platform.Service;

/** A dossier on its way through the public APIs, each act by who may do it. */
final class Dossier {
    private final Api api;
    private final String office;
    private final String id;
    private String bank;

    private Dossier(Api api, String office, String bank, String id) {
        this.api = api;
        this.office = office;
        this.bank = bank;
        this.id = id;
    }

    String id() {
        return id;
    }

    /** The office opens it with the applicant only, completes it and hands it in. */
    static Dossier submitted(Api api, String office, Map<String, Object> applicant, Household household, Wish wish,
            LocalDate on) {
        Dossier dossier = opened(api, office, applicant, wish, on);
        dossier.complete(form(applicant, household, wish, on));
        dossier.intake("/submission", Map.of("effectiveOn", on.toString()));
        return dossier;
    }

    static Dossier opened(Api api, String office, Map<String, Object> applicant, Wish wish, LocalDate on) {
        Answer opened = Expect.status("opening", 201,
                api.post(new Target(Actors.agent(office), Service.INTAKE, "/dossiers"),
                        Map.of("applicant", applicant, "effectiveOn", on.toString())));
        return new Dossier(api, office, wish.bankId(), opened.text("dossierId"));
    }

    private static Map<String, Object> form(Map<String, Object> applicant, Household household, Wish wish,
            LocalDate on) {
        Map<String, Object> form = new HashMap<>();
        form.put("applicant", applicant);
        form.put("household", household.form());
        form.put("budget", household.budget());
        form.put("request", wish.form());
        form.put("consents", Map.of("transmission", on.toString(), "incidentReports", on.toString()));
        return form;
    }

    private void complete(Map<String, Object> form) {
        Target target = target(Actors.agent(office), Service.INTAKE, "/dossiers/" + id);
        Expect.ok("completing", api.putOn(target, form));
    }

    /** After an adjournment the request is another one; it is assessed again. */
    void amend(Map<String, Object> applicant, Household household, Wish wish, LocalDate on) {
        Map<String, Object> form = form(applicant, household, wish, on);
        form.put("cause", "adjournment");
        form.put("effectiveOn", on.toString());
        intake("/amendments", form);
    }

    /** The first bank has refused; the applicant agrees to another one on the day. */
    void goTo(String otherBank, LocalDate on) {
        intake("/another-bank",
                Map.of("bankId", otherBank, "consentGivenOn", on.toString(), "effectiveOn", on.toString()));
        bank = otherBank;
    }

    /** An act of the office's agent on the version last read. */
    Answer intake(String act, Map<String, Object> body) {
        Target dossier = target(Actors.agent(office), Service.INTAKE, "/dossiers/" + id);
        Target acting = target(Actors.agent(office), Service.INTAKE, "/dossiers/" + id + act);
        return Expect.ok(act, api.postOn(dossier, acting, body));
    }

    void awaitStage(String stage) {
        api.await(target(Actors.agent(office), Service.INTAKE, "/dossiers/" + id), "stage " + stage,
                answer -> stage.equals(answer.text("stage")));
    }

    /** The assessment of the revision, as soon as it is there. */
    Answer assessment(int revision) {
        return api.await(assessment(""), "assessed",
                answer -> answer.isOk() && answer.number("revision") == revision);
    }

    void judge(String rule, String grounds, LocalDate on) {
        Expect.ok("judging", api.postOn(assessment(""), assessment("/judgements"),
                Map.of("rule", rule, "judgement", "pass", "grounds", grounds, "effectiveOn", on.toString())));
    }

    void confirmIneligible(LocalDate on) {
        Expect.ok("confirming", api.postOn(assessment(""), assessment("/confirmation"),
                Map.of("effectiveOn", on.toString())));
    }

    /** The meeting after a disagreement; without an amount nothing changes. */
    Answer meet(Long amountCents, LocalDate on) {
        Map<String, Object> form = new HashMap<>(Map.of("heldOn", on.toString()));
        if (amountCents != null) {
            form.put("amountCents", amountCents);
        }
        Target concertations = new Target(Actors.manager(office), Service.COMMISSION, "/concertations");
        api.await(concertations, "the disagreement is known", answer -> answer.body().toString().contains(id));
        return Expect.ok("meeting", api.post(target(Actors.manager(office), Service.COMMISSION,
                "/concertations/" + id + "/" + bank + "/meetings"), form));
    }

    /** Office and bank agree to do without the meeting. */
    void waiveMeeting(LocalDate on) {
        Target concertations = new Target(Actors.manager(office), Service.COMMISSION, "/concertations");
        api.await(concertations, "the disagreement is known", answer -> answer.body().toString().contains(id));
        Expect.ok("waiver", api.post(target(Actors.manager(office), Service.COMMISSION,
                "/concertations/" + id + "/" + bank + "/waiver"), Map.of("effectiveOn", on.toString())));
    }

    Answer awaitFile(String nextStep) {
        return api.await(file(""), "next step " + nextStep, answer -> nextStep.equals(answer.text("nextStep")));
    }

    Answer bankActs(String act, Map<String, Object> body) {
        return Expect.ok(act, api.postOn(file(""), file(act), body));
    }

    void bankDecides(String act, String decision, LocalDate on) {
        bankActs(act, Map.of("decision", decision, "reasons",
                decision.equals("accepted") ? List.of() : List.of("repayment-doubtful"), "decidedOn", on.toString()));
    }

    Target file(String act) {
        return target(Actors.bank(bank), Service.BANK, "/files/" + id + act);
    }

    Target loan(String act) {
        return target(Actors.bank(bank), Service.BANK, "/loans/" + id + act);
    }

    Answer pay(int number, long cents, LocalDate on) {
        return Expect.ok("payment", api.post(loan("/instalments/" + number + "/payment"),
                Map.of("amountCents", cents, "payer", "borrower", "paidOn", on.toString())));
    }

    Answer miss(int number, LocalDate on) {
        return Expect.ok("miss",
                api.post(loan("/instalments/" + number + "/miss"), Map.of("reportedOn", on.toString())));
    }

    Target guaranteeAddress() {
        return target(Actors.FUND_MANAGER, Service.GUARANTEE, "/guarantees/" + id + "/" + bank);
    }

    Target subsidyAddress() {
        return target(Actors.FUND_MANAGER, Service.GUARANTEE, "/subsidies/" + id + "/" + bank);
    }

    Target rebateAddress() {
        return target(Actors.FUND_MANAGER, Service.GUARANTEE, "/rebates/" + id);
    }

    Answer get(Target target) {
        return api.get(target);
    }

    /** Polls until the check finds nothing wrong any more, and gives that answer. */
    Answer awaitThat(Target target, String description, Consumer<Answer> check) {
        return api.await(target, description, answer -> {
            try {
                check.accept(answer);
                return true;
            } catch (DemonstrationFailure e) {
                return false;
            }
        });
    }

    private Target assessment(String act) {
        return target(Actors.agent(office), Service.ELIGIBILITY, "/assessments/" + id + act);
    }

    private Target target(String who, Service service, String path) {
        return new Target(who, service, path);
    }
}
