package fr.microcredit.eligibility.assessment.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.microcredit.eligibility.assessment.domain.Alternatives;
import fr.microcredit.eligibility.assessment.domain.Alternatives.Offer;
import fr.microcredit.eligibility.assessment.wording.Sentences;
import fr.microcredit.kit.money.Money;

/**
 * The nearest requests that no rule on amount and term would fail.
 *
 * @param largestAmount           at the term asked for or the nearest allowed one, in steps of 50 euros
 * @param shortestTerm            for the amount asked for or the nearest allowed one
 * @param missingResteAVivre a month
 * @param sentences               the same in words
 */
public record AlternativesView(Optional<OfferView> largestAmount, Optional<OfferView> shortestTerm,
        Optional<Money> missingResteAVivre,
        List<String> sentences) {

    /** A request. */
    public record OfferView(Money amount, int termMonths) {
        static Optional<OfferView> of(Optional<Offer> offer) {
            return offer.map(each -> new OfferView(each.amount(), each.months()));
        }
    }

    public static AlternativesView of(Alternatives a, Sentences sentences) {
        return new AlternativesView(OfferView.of(a.largestAmount()), OfferView.of(a.shortestTerm()),
                a.missingResteAVivre(), words(a, sentences));
    }

    private static List<String> words(Alternatives a, Sentences sentences) {
        List<String> words = new ArrayList<>();
        a.largestAmount().ifPresent(offer -> words.add(sentences.text("alternative.amount", figures(offer))));
        a.shortestTerm().filter(offer -> !a.largestAmount().equals(Optional.of(offer)))
                .ifPresent(offer -> words.add(sentences.text("alternative.term", figures(offer))));
        a.missingResteAVivre().ifPresent(missing -> words.add(sentences.text("alternative.missing",
                Map.of("missingCents", String.valueOf(missing.cents())))));
        return words;
    }

    private static Map<String, String> figures(Offer offer) {
        return Map.of("amountCents", String.valueOf(offer.amount().cents()), "months",
                String.valueOf(offer.months()));
    }
}
