package fr.microcredit.deploy.local.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import fr.microcredit.deploy.local.client.Answer;

/** One told dossier: its acts on their days, each with what came of it. */
abstract class Story {
    private final Stage stage;
    private final String name;

    Story(Stage stage, String name) {
        this.stage = stage;
        this.name = name;
    }

    /** Puts the acts on their days. */
    abstract void plan();

    final Stage stage() {
        return stage;
    }

    /** An act that gives its result in words; a figure that differs makes it fail. */
    final void on(String day, String step, Supplier<String> act) {
        on(LocalDate.parse(day), step, act);
    }

    final void on(LocalDate day, String step, Supplier<String> act) {
        stage.calendar().story(day, () -> {
            try {
                stage.narrator().tell(day, name, step, act.get());
            } catch (IllegalStateException e) {
                throw new DemonstrationFailure(name + ", " + step + " on " + day + ": " + e.getMessage(), e);
            }
        });
    }

    /** A figure in the outcome of a rule, cents. */
    static void figure(Answer assessment, String rule, String figure, long cents) {
        Expect.equal(rule + " " + figure, cents,
                outcome(assessment, rule).body().path("figures").path(figure).asText());
    }

    /** The figure of a rule as the service gave it, in euros. */
    static String shown(Answer assessment, String rule, String figure) {
        return euros(outcome(assessment, rule).body().path("figures").path(figure).asLong());
    }

    /** Resources against their ceiling, as the service compared them. */
    static String income(Answer assessment) {
        return shown(assessment, "income-ceiling", "resourcesCents") + " against a ceiling of "
                + shown(assessment, "income-ceiling", "ceilingCents");
    }

    /** What is left to live on against its floor, as the service compared them. */
    static String left(Answer assessment) {
        return "left " + shown(assessment, "reste-a-vivre", "leftCents") + " against "
                + shown(assessment, "reste-a-vivre", "floorCents");
    }

    /** The rules that fail, as the service named them. */
    static String failures(Answer assessment) {
        List<String> failed = new ArrayList<>();
        assessment.body().path("outcomes").forEach(outcome -> {
            if (outcome.path("outcome").asText().equals("fail")) {
                failed.add(outcome.path("rule").asText());
            }
        });
        return "fail: " + String.join(", ", failed);
    }

    static void outcome(Answer assessment, String rule, String expected) {
        Expect.equal(rule, expected, outcome(assessment, rule).text("outcome"));
    }

    private static Answer outcome(Answer assessment, String rule) {
        for (var outcome : assessment.body().path("outcomes")) {
            if (outcome.path("rule").asText().equals(rule)) {
                return new Answer(assessment.status(), outcome, null);
            }
        }
        throw new DemonstrationFailure("No outcome of the rule " + rule + " in " + assessment.body());
    }

    static String euros(long cents) {
        return Narrator.euros(cents);
    }
}
