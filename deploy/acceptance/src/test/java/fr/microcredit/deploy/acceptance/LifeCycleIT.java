package fr.microcredit.deploy.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import fr.microcredit.backing.Await;
import fr.microcredit.deploy.acceptance.ModelledDossier.Command;
import fr.microcredit.deploy.acceptance.ReferenceModel.Act;
import fr.microcredit.deploy.acceptance.ReferenceModel.Known;
import fr.microcredit.deploy.acceptance.ReferenceModel.Place;
import fr.microcredit.deploy.local.client.Answer;
import fr.microcredit.deploy.local.client.Api.Target;
import fr.microcredit.deploy.local.client.SandboxClock;
import fr.microcredit.deploy.local.platform.Service;

/**
 * Random acts of all parties on many dossiers at once, on the real platform, against a model of at most 250 lines: what is
 * possible is done and what is not is refused and changes nothing; a repeated command is answered as before, of two at once one
 * wins, and services die on the way. Then every dossier is brought to an end, and nothing stays reserved, open or waiting.
 */
class LifeCycleIT {
    private static final Duration SETTLE_LIMIT = Duration.ofSeconds(90);
    private static final int PERSONS = 9;
    private static final int STEPS = Integer.getInteger("lifecycle.steps", 210);
    private static final long SEED = Long.getLong("lifecycle.seed", System.nanoTime());
    private static final String NO_VERSION = "\"999999\"";
    private static final Set<Act> OF_THE_COMMISSION = EnumSet.range(Act.APPROVE, Act.REFUSE);
    private static final Set<Integer> REFUSALS = Set.of(404, 409);
    private static final Set<Act> BESIDE_EACH_OTHER = EnumSet.of(Act.AMEND_FITTING, Act.AMEND_UNFIT, Act.RETURN,
            Act.CORRECT, Act.WITHDRAW);
    /** What the assessment says where its dossier stands so; where it is given up that is no matter any more. */
    private static final Map<String, String> VERDICTS = Map.of("needs-judgement", "needs-human", "found-ineligible",
            "ineligible", "ineligible", "ineligible", "eligible", "eligible", "refused", "eligible", "transmitted",
            "eligible", "concerted", "eligible", "bank-accepted", "eligible");
    /** What the observatory has learnt of an end; nothing of what goes on. */
    private static final Map<Place, String> LEARNT = new EnumMap<>(Map.of(Place.INELIGIBLE, "ineligible",
            Place.REFUSED, "refused-by-commission", Place.WITHDRAWN, "withdrawn", Place.NOT_LENT, "refused-by-bank"));
    /** Two loans of one person are above the cap: the second finds no guarantee, and the bank says how it would go on. */
    private static final List<Act> TO_THE_BANK = List.of(Act.SUBMIT, Act.APPROVE);
    private static final List<Act> WITHOUT_GUARANTEE = List.of(Act.ACCEPT, Act.PROPOSE, Act.DECLINE, Act.PROPOSE,
            Act.AGREE,
            Act.JUDGE);
    private static final List<List<Act>> WAYS = List.of(
            List.of(Act.SUBMIT, Act.RETURN, Act.RECEIVE, Act.APPROVE, Act.DISAGREE, Act.WAIVE, Act.REFUSE_FINALLY,
                    Act.ANOTHER_BANK),
            List.of(Act.SUBMIT, Act.CORRECT, Act.AMEND_UNFIT, Act.AMEND_FITTING, Act.ADJOURN, Act.RECEIVE,
                    Act.APPROVE_CONDITIONALLY, Act.DISAGREE, Act.MEET, Act.ACCEPT_FINALLY, Act.CONTRACT),
            List.of(Act.SUBMIT, Act.AMEND_UNFIT, Act.CONFIRM), List.of(Act.SUBMIT, Act.REFUSE),
            List.of(Act.SUBMIT, Act.APPROVE, Act.DISAGREE, Act.WAIVE, Act.REFUSE_FINALLY, Act.CLOSE),
            List.of(Act.SUBMIT, Act.WITHDRAW));

    private final Random random = new Random(SEED);
    private final Map<Act, Integer> done = new EnumMap<>(Act.class);
    private final Map<Act, Integer> refused = new EnumMap<>(Act.class);
    private final Set<Place> visited = EnumSet.noneOf(Place.class);
    private final List<ModelledDossier> dossiers = new ArrayList<>();

    @Test
    void whateverAnybodyDoesEverybodyAgreesAndThereIsAWayOut() throws Exception {
        System.out.println("The walk is that of -Dlifecycle.seed=" + SEED);
        RunningPlatform platform = Boolean.getBoolean("lifecycle.alone") ? alone() : RunningPlatform.played();
        LocalDate today = new SandboxClock(platform.api(), "exploitant.region").today();
        FreshFile.submitted(platform, 150_000).act("/withdrawal", Map.of("reason", "applicant"));
        Sittings sittings = new Sittings(platform.api(), today);
        for (int person = 0; person < PERSONS; person++) {
            String name = "Exemplemarche" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
            dossiers.add(ModelledDossier.opened(platform.api(), today, name, 200_000, sittings));
            dossiers.add(ModelledDossier.opened(platform.api(), today, name, 150_000, sittings));
        }
        everythingIsDoneOnce();
        walk(platform);
        platform.awaitSettled();
        dossiers.forEach(dossier -> everybodyAgrees(platform, dossier));
        dossiers.forEach(this::leadOut);
        sittings.end();
        platform.awaitSettled();
        dossiers.forEach(dossier -> everybodyAgrees(platform, dossier));
        dossiers.forEach(LifeCycleIT::nothingIsLeft);
        everythingWasTried();
    }

    /** Without the demonstration before it, for who works on this test. */
    private static RunningPlatform alone() throws Exception {
        RunningPlatform platform = RunningPlatform.started();
        Answer endowed = platform.api().post(
                new Target("fonds.region", Service.GUARANTEE, "/guarantors/fcs/endowments"),
                Map.of("amountCents", 10_000_000, "multiplier", "1"));
        assertTrue(endowed.isOk(), endowed.toString());
        return platform;
    }

    /** Every act once, whatever chance makes of the rest; each on a dossier of its own, so that the walk goes on from there. */
    private void everythingIsDoneOnce() {
        ModelledDossier first = dossiers.get(0);
        ModelledDossier second = dossiers.get(1);
        TO_THE_BANK.forEach(act -> perform(first, act));
        TO_THE_BANK.forEach(act -> perform(second, act));
        perform(first, Act.ACCEPT);
        WITHOUT_GUARANTEE.forEach(act -> perform(second, act));
        for (int directed = 0; directed < WAYS.size(); directed++) {
            ModelledDossier dossier = dossiers.get(2 * directed + 2);
            WAYS.get(directed).forEach(act -> perform(dossier, act));
        }
    }

    private void walk(RunningPlatform platform) {
        List<String> victims = new ArrayList<>(List.of("intake-service", "eligibility-service", "commission-service",
                "bank-gateway-service", "guarantee-service", "observatory-service"));
        int between = STEPS / (victims.size() + 1);
        for (int step = 1; step <= STEPS; step++) {
            if (step % between == 0 && !victims.isEmpty()) {
                platform.platform().component(victims.remove(0)).process().kill();
            }
            step(dossiers.get(random.nextInt(dossiers.size())));
        }
        assertEquals(List.of(), victims, "every service was killed once");
    }

    private void step(ModelledDossier dossier) {
        List<Act> possible = ReferenceModel.possible(dossier.known);
        if (random.nextInt(3) == 0 || possible.isEmpty()) {
            rarest(Arrays.stream(Act.values()).filter(act -> !possible.contains(act)).toList(), refused)
                    .ifPresent(act -> refuse(dossier, act));
        } else if (random.nextInt(6) == 0 && besideEachOther(dossier, possible).size() > 2) {
            twoAtOnce(dossier, besideEachOther(dossier, possible));
        } else {
            List<Act> on = possible.stream().filter(act -> act != Act.WITHDRAW || random.nextInt(12) == 0).toList();
            rarest(on, done).ifPresent(act -> perform(dossier, act));
        }
    }

    /** Acts that change something each: what is missing already is not asked for anew. */
    private static List<Act> besideEachOther(ModelledDossier dossier, List<Act> possible) {
        return possible.stream().filter(BESIDE_EACH_OTHER::contains)
                .filter(act -> act != Act.RETURN || !dossier.known.lacking()).toList();
    }

    /** What was done least until now, so that everything is done; by chance among these. */
    private Optional<Act> rarest(List<Act> acts, Map<Act, Integer> times) {
        int least = acts.stream().mapToInt(act -> times.getOrDefault(act, 0)).min().orElse(0);
        List<Act> rare = acts.stream().filter(act -> times.getOrDefault(act, 0) <= least + random.nextInt(3)).toList();
        return rare.isEmpty() ? Optional.empty() : Optional.of(rare.get(random.nextInt(rare.size())));
    }

    private void perform(ModelledDossier dossier, Act act) {
        if (OF_THE_COMMISSION.contains(act)) {
            Answer decided = dossier.decided(act);
            assertTrue(decided.isOk(), () -> act + " of " + dossier.seen() + ": " + decided);
        } else {
            sendTwice(dossier, act);
        }
        followed(dossier, act);
    }

    /** The second time with the same key, and once on a version that is none. */
    private void sendTwice(ModelledDossier dossier, Act act) {
        Command command = dossier.command(act);
        if (command.builtOn().isPresent() && random.nextInt(8) == 0) {
            assertEquals(412, dossier.send(command, NO_VERSION, newKey()).status(), () -> act + " on an old version");
        }
        String version = dossier.version(command);
        String key = newKey();
        Answer first = dossier.send(command, version, key);
        assertTrue(first.isOk(), () -> act + " of " + dossier.seen() + ": " + first);
        Answer again = dossier.send(command, version, key);
        assertEquals(first.status(), again.status(), () -> act + " again: " + again);
    }

    private void twoAtOnce(ModelledDossier dossier, List<Act> among) {
        Act one = among.get(random.nextInt(among.size()));
        Act other = among.stream().filter(act -> act != one).toList().get(random.nextInt(among.size() - 1));
        Command first = dossier.command(one);
        String version = dossier.version(first);
        CompletableFuture<Answer> beside = CompletableFuture.supplyAsync(
                () -> dossier.send(dossier.command(other), version, newKey()));
        Answer mine = dossier.send(first, version, newKey());
        Answer theirs = beside.join();
        assertTrue(mine.isOk() ^ theirs.isOk(), () -> one + " beside " + other + " of " + dossier.seen() + ": " + mine
                + " and " + theirs);
        assertTrue(Set.of(409, 412).contains(mine.isOk() ? theirs.status() : mine.status()), mine + " and " + theirs);
        followed(dossier, mine.isOk() ? one : other);
    }

    private void followed(ModelledDossier dossier, Act act) {
        List<Known> outcomes = ReferenceModel.outcomes(dossier.known, act);
        Known[] found = new Known[1];
        Await.until(SETTLE_LIMIT, () -> act + " of " + dossier.seen() + " leads to one of " + outcomes, () -> {
            found[0] = outcomes.stream().filter(dossier::isSeenAs).findFirst().orElse(null);
            return found[0] != null;
        });
        dossier.known = found[0];
        visited.add(found[0].place());
        done.merge(act, 1, Integer::sum);
    }

    /** Refused, or told as done before; in any case nothing changes. */
    private void refuse(ModelledDossier dossier, Act act) {
        Answer answer;
        if (OF_THE_COMMISSION.contains(act)) {
            answer = dossier.decided(act);
        } else {
            Command command = dossier.command(act);
            String version = dossier.version(command);
            answer = dossier.send(command, version, newKey());
            assertTrue(!answer.isOk() || version.equals(answer.etag()),
                    () -> act + " of " + dossier.seen() + " has changed something: " + answer);
        }
        Answer told = answer;
        assertTrue(told.isOk() || REFUSALS.contains(told.status()) || isNotAwaited(act, told),
                () -> act + " of " + dossier.seen() + ": " + told);
        assertTrue(dossier.isSeenAs(dossier.known), () -> act + " was refused and has changed " + dossier.seen());
        refused.merge(act, 1, Integer::sum);
    }

    /** The item or the bank does not fit, where the stage would. */
    private static boolean isNotAwaited(Act act, Answer told) {
        String why = told.body().toString();
        return act == Act.RECEIVE && why.contains("not-missing")
                || act == Act.ANOTHER_BANK && (why.contains("bank-has-refused") || why.contains("bank-asked-already"));
    }

    private static void everybodyAgrees(RunningPlatform platform, ModelledDossier dossier) {
        Known known = dossier.known;
        assertTrue(dossier.isSeenAs(known), dossier::seen);
        assertEquals(known.place() == Place.ELIGIBLE && !known.lacking(), dossier.isOnAgenda(), dossier::seen);
        assertEquals(known.place() == Place.DISAGREED, dossier.disagreements().contains("open"), dossier::seen);
        Optional.ofNullable(VERDICTS.get(known.place().stage))
                .ifPresent(verdict -> assertEquals(verdict, dossier.verdict(), dossier::seen));
        assertEquals(LEARNT.getOrDefault(known.place(), ""), learnt(platform, dossier), dossier::seen);
    }

    private static String learnt(RunningPlatform platform, ModelledDossier dossier) {
        return Databases.text(platform, "observatory",
                "select coalesce(facts ->> 'outcome', case when facts ? 'withdrawn' then 'withdrawn' end, '')"
                        + " from dossier_fact where dossier_id = '" + dossier.id() + "'");
    }

    /** As the model shows the way, at most so long. */
    private void leadOut(ModelledDossier dossier) {
        for (int steps = 0; steps < 20 && !dossier.known.place().isEnd(); steps++) {
            perform(dossier, ReferenceModel.wayOut(dossier.known));
        }
        assertTrue(dossier.known.place().isEnd(), dossier::seen);
    }

    private static void nothingIsLeft(ModelledDossier dossier) {
        assertEquals(List.of(), dossier.held(), dossier::seen);
        assertTrue(!dossier.isOnAgenda(), dossier::seen);
        assertEquals(List.of(), dossier.disagreements(), dossier::seen);
    }

    private void everythingWasTried() {
        assertEquals(List.of(), Arrays.stream(Act.values()).filter(act -> !done.containsKey(act)).toList(),
                "never done");
        assertEquals(List.of(), Arrays.stream(Act.values()).filter(act -> !refused.containsKey(act)).toList(),
                "never refused");
        System.out.println("Visited " + visited + "; done " + done + "; refused " + refused + "; rarest "
                + done.entrySet().stream().min(Comparator.comparing(Map.Entry::getValue)).orElseThrow());
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
