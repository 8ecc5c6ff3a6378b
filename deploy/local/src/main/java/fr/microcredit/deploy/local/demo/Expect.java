package fr.microcredit.deploy.local.demo;

import java.util.Objects;

import fr.microcredit.deploy.local.client.Answer;

/** Figures that have to come out; one that differs fails the demonstration. */
final class Expect {
    private Expect() {
    }

    static void equal(String what, Object expected, Object actual) {
        if (!Objects.equals(String.valueOf(expected), String.valueOf(actual))) {
            throw new DemonstrationFailure(what + " should be " + expected + " and is " + actual);
        }
    }

    /** The answer when the status is as expected. */
    static Answer status(String what, int expected, Answer answer) {
        if (answer.status() != expected) {
            throw new DemonstrationFailure(
                    what + " should be answered " + expected + " and is " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    static Answer ok(String what, Answer answer) {
        if (!answer.isOk()) {
            throw new DemonstrationFailure(what + " is answered " + answer.status() + " " + answer.body());
        }
        return answer;
    }
}
