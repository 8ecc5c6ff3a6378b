package fr.microcredit.eligibility.assessment.rest;

import java.util.Map;
import java.util.TreeMap;

import fr.microcredit.eligibility.assessment.domain.Note;
import fr.microcredit.eligibility.assessment.domain.Outcome;
import fr.microcredit.eligibility.assessment.wording.Sentences;
import fr.microcredit.kit.domain.Codes;

/**
 * What one rule says.
 *
 * @param outcome  {@code pass}, {@code fail} or {@code needs-human}
 * @param figures  what was compared, amounts in cents
 * @param sentence the same in words
 * @param source   where the rule is written
 */
public record OutcomeView(String rule, String title, String outcome, String code, Map<String, String> figures,
        String sentence, String source) {

    /** Names the text of the answer. */
    public String answerKey() {
        return "result." + outcome;
    }

    /** Something worth knowing that decides nothing. */
    public record NoteView(String code, Map<String, String> figures, String sentence, String source) {
        public static NoteView of(Note note, Sentences sentences) {
            return new NoteView(note.code(), new TreeMap<>(note.figures()),
                    sentences.text("note." + note.code(), note.figures()), note.source());
        }
    }

    public static OutcomeView of(Outcome outcome, Sentences sentences) {
        return new OutcomeView(outcome.rule(), sentences.title(outcome.rule()), Codes.of(outcome.result()),
                outcome.code(), new TreeMap<>(outcome.figures()),
                sentences.of(outcome.rule(), outcome.code(), outcome.figures()), outcome.source());
    }
}
