package fr.microcredit.deploy.acceptance;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.deploy.acceptance.ReferenceModel.Act;
import fr.microcredit.deploy.acceptance.ReferenceModel.Known;
import fr.microcredit.deploy.local.client.Answer;
import fr.microcredit.deploy.local.client.Api;
import fr.microcredit.deploy.local.client.Api.Target;
import fr.microcredit.deploy.local.platform.Service;

/** A dossier of the walk: its acts through the public API, each by who may do it, and how everybody sees it. */
final class ModelledDossier {
    static final String OFFICE = "ccas-dijon";
    private static final String FIRST_BANK = "cm-dijon";
    private static final String OTHER_BANK = "banque-demonstration";
    private static final long UNFIT_CENTS = 400_000;
    /** Each amendment asks for another amount: the same again would change nothing. */
    private static final long CENTS_LESS = 100;

    private final Api api;
    private final LocalDate today;
    private final Map<String, Object> applicant;
    private final long fittingCents;
    private final Sittings sittings;
    private final String id;
    private int amendments;
    Known known = Known.opened();

    private ModelledDossier(Api api, LocalDate today, Map<String, Object> applicant, long fittingCents,
            Sittings sittings) {
        this.api = api;
        this.today = today;
        this.applicant = applicant;
        this.fittingCents = fittingCents;
        this.sittings = sittings;
        this.id = api.post(agent("/dossiers"), form(fittingCents)).text("dossierId");
    }

    static ModelledDossier opened(Api api, LocalDate today, String person, long fittingCents, Sittings sittings) {
        return new ModelledDossier(api, today,
                Map.of("familyName", person, "givenNames", "Alex", "birthDate", "1979-02-03", "street",
                        "4 rue des Exemples", "postalCode", "21000", "city", "Dijon"),
                fittingCents, sittings);
    }

    String id() {
        return id;
    }

    String bank() {
        return known.otherBank() ? OTHER_BANK : FIRST_BANK;
    }

    private Map<String, Object> form(long amountCents) {
        Map<String, Object> form = new HashMap<>();
        form.put("applicant", applicant);
        form.put("household", Map.of("commune", "21231", "adults", 1, "childBirthDates", List.of("2002-04-11")));
        form.put("budget",
                Map.of("resources", List.of(Map.of("kind", "wages", "monthlyCents", 110_000)), "charges",
                        List.of(Map.of("kind", "housing", "monthlyCents", 56_000)), "loans", List.of(), "overIndebted",
                        false));
        form.put("request", Map.of("schemeId", "dijon", "bankId", FIRST_BANK, "purpose", "household-appliance",
                "project", "lave-linge", "ground", "refused-ordinary-loan", "amountCents", amountCents, "termMonths",
                18));
        form.put("consents", Map.of("transmission", today.toString()));
        return form;
    }

    /** One command: what it goes to, what it builds on, what it says. */
    record Command(Target target, Optional<Target> builtOn, Object body) {
    }

    /** @param act none of the commission's, which is no single command */
    Command command(Act act) {
        return switch (act) {
            case SUBMIT -> desk("/submission", Map.of());
            case AMEND_FITTING -> desk("/amendments", amendment(fittingCents - CENTS_LESS * ++amendments));
            case AMEND_UNFIT -> desk("/amendments", amendment(UNFIT_CENTS + CENTS_LESS * ++amendments));
            case RETURN -> desk("/return", Map.of("items", List.of("quote")));
            case RECEIVE -> desk("/receipts", Map.of("items", List.of("quote")));
            case CORRECT -> desk("/applicant-correction", Map.of("applicant", moved()));
            case WITHDRAW -> desk("/withdrawal", Map.of("reason", "other-aid"));
            case ANOTHER_BANK ->
                desk("/another-bank", Map.of("bankId", OTHER_BANK, "consentGivenOn", today.toString()));
            case CLOSE -> desk("/closure", Map.of("outcome", "refused-by-bank"));
            case AGREE -> desk("/proposal-agreement", Map.of("subsidyPaidBy", "borrower"));
            case DECLINE -> desk("/proposal-refusal", Map.of());
            case MEET -> meeting("/meetings");
            case WAIVE -> meeting("/waiver");
            case JUDGE -> assessed("/judgements", Map.of("rule", "person-cap", "judgement", "pass", "grounds",
                    "Deux demandes de la même personne, vues ensemble."));
            case CONFIRM -> assessed("/confirmation", Map.of());
            case ACCEPT -> atBank("/decision", Map.of("decision", "accepted", "reasons", List.of()));
            case DISAGREE -> atBank("/decision", refusal("disagreed"));
            case ACCEPT_FINALLY -> atBank("/final-decision", Map.of("decision", "accepted", "reasons", List.of()));
            case REFUSE_FINALLY -> atBank("/final-decision", refusal("refused"));
            case PROPOSE -> atBank("/proposal", Map.of("guarantees", List.of()));
            case CONTRACT -> atBank("/contract",
                    Map.of("signedOn", today.toString(), "firstDueOn", today.plusMonths(2).toString()));
            case APPROVE, APPROVE_CONDITIONALLY, ADJOURN, REFUSE -> throw new IllegalArgumentException(act.name());
        };
    }

    private static Map<String, Object> refusal(String decision) {
        return Map.of("decision", decision, "reasons", List.of("repayment-doubtful"));
    }

    private Map<String, Object> amendment(long amountCents) {
        Map<String, Object> form = form(amountCents);
        form.put("cause", "correction");
        return form;
    }

    private Map<String, Object> moved() {
        Map<String, Object> moved = new HashMap<>(applicant);
        moved.put("street", UUID.randomUUID().toString().replaceAll("[^a-f]", "x") + " rue Neuve");
        return moved;
    }

    private Command desk(String act, Object body) {
        return new Command(agent("/dossiers/" + id + act), Optional.of(agent("/dossiers/" + id)), body);
    }

    private Command assessed(String act, Object body) {
        Target assessment = new Target("agent." + OFFICE, Service.ELIGIBILITY, "/assessments/" + id);
        return new Command(new Target(assessment.who(), assessment.service(), assessment.path() + act),
                Optional.of(assessment), body);
    }

    private Command meeting(String act) {
        return new Command(new Target("responsable." + OFFICE, Service.COMMISSION,
                "/concertations/" + id + "/" + bank() + act), Optional.empty(), Map.of());
    }

    private Command atBank(String act, Object body) {
        return new Command(file(act), Optional.of(file("")), body);
    }

    private Target file(String act) {
        return new Target("bank-" + bank(), Service.BANK, "/files/" + id + act);
    }

    private static Target agent(String path) {
        return new Target("agent." + OFFICE, Service.INTAKE, path);
    }

    /** What the version of a resource is that is not there. */
    String version(Command command) {
        return command.builtOn().map(api::get).map(Answer::etag).orElse("\"1\"");
    }

    Answer send(Command command, String version, String key) {
        return api.post(command.target(), command.body(), version, key);
    }

    Answer decided(Act act) {
        return sittings.decide(id, act, ReferenceModel.isPossible(known, act));
    }

    /** Whether office, bank and list of missing items show it so. */
    boolean isSeenAs(Known expected) {
        JsonNode atDesk = api.get(agent("/dossiers/" + id)).body();
        boolean agreed = expected.place().stage.equals(atDesk.path("stage").asText())
                && expected.lacking() == !atDesk.path("missing").isEmpty();
        if (!agreed || expected.place().nextStep.isEmpty()) {
            return agreed;
        }
        String bank = expected.otherBank() ? OTHER_BANK : FIRST_BANK;
        return expected.place().nextStep.equals(
                api.get(new Target("bank-" + bank, Service.BANK, "/files/" + id)).text("nextStep"));
    }

    String seen() {
        return known + ", seen as " + api.get(agent("/dossiers/" + id)).body().path("stage") + " with "
                + api.get(agent("/dossiers/" + id)).body().path("missing") + ", at " + bank() + " "
                + api.get(file("")).body().path("nextStep") + ", " + id;
    }

    /** What somebody still holds or waits for, each said in words; nothing after an end. */
    List<String> held() {
        return List.of(FIRST_BANK, OTHER_BANK).stream().flatMap(bank -> List.of(
                held("guarantee at " + bank, "/guarantees/" + id + "/" + bank),
                held("subsidy at " + bank, "/subsidies/" + id + "/" + bank),
                open("file at " + bank, api.get(new Target("bank-" + bank, Service.BANK, "/files/" + id)))).stream())
                .flatMap(Optional::stream).toList();
    }

    private Optional<String> held(String what, String path) {
        String status = api.get(new Target("fonds.region", Service.GUARANTEE, path)).text("status");
        return List.of("reserved", "effective", "committed").contains(status)
                ? Optional.of(what + " is " + status)
                : Optional.empty();
    }

    private static Optional<String> open(String what, Answer file) {
        return file.isOk() && !file.text("nextStep").equals("none")
                ? Optional.of(what + " waits: " + file.text("nextStep"))
                : Optional.empty();
    }

    boolean isOnAgenda() {
        return api.get(new Target("presidente." + OFFICE, Service.COMMISSION, "/agenda")).body().toString()
                .contains(id);
    }

    String verdict() {
        return api.get(new Target("agent." + OFFICE, Service.ELIGIBILITY, "/assessments/" + id)).text("verdict");
    }

    /** Where its disagreements stand that no last word has ended; in nobody's list there is none. */
    List<String> disagreements() {
        JsonNode listed = api.get(new Target("responsable." + OFFICE, Service.COMMISSION, "/concertations")).body();
        return StreamSupport.stream(listed.spliterator(), false)
                .filter(each -> id.equals(each.path("dossierId").asText()))
                .map(each -> each.path("status").asText()).toList();
    }
}
