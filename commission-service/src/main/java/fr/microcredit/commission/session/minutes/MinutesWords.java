package fr.microcredit.commission.session.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.microcredit.commission.committee.domain.Committee;
import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.session.domain.Ruling;
import fr.microcredit.commission.session.domain.Ruling.Votes;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.commission.session.domain.Sitting;
import fr.microcredit.commission.session.minutes.MinutesPage.Item;
import fr.microcredit.commission.session.minutes.MinutesPage.Line;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.text.Figures;
import fr.microcredit.kit.text.Texts;

/**
 * Puts a session into French words. File numbers and figures; of members it says how many and in what capacity one chaired, and
 * names nobody.
 */
final class MinutesWords {
    private static final String BUNDLE = "minutes";

    private final Texts texts = Texts.in(Locale.FRENCH, BUNDLE);
    private final Figures figures = Figures.in(Locale.FRENCH, texts);

    MinutesPage of(Sitting sitting, List<Request> left) {
        Session session = sitting.session();
        return new MinutesPage(word("title", figures.date(session.heldOn())), session.tenant(), facts(sitting),
                items(session, left), word("closing"));
    }

    private List<Line> facts(Sitting sitting) {
        List<Line> facts = new ArrayList<>();
        facts.add(line("office", sitting.session().tenant()));
        facts.add(line("day", figures.date(sitting.session().heldOn())));
        sitting.session().chair().ifPresent(chair -> facts.add(line("chair", code("capacity", chair.capacity()))));
        if (sitting.committee().isEmpty()) {
            facts.add(line("present", word("not-counted")));
        }
        sitting.committee().map(Committee::rule).ifPresent(rule -> {
            facts.add(line("present", String.valueOf(sitting.present().size())));
            facts.add(line("quorum", String.valueOf(rule.quorum())));
            facts.add(line("way", code("way", rule.way())));
        });
        return facts;
    }

    private record Point(UUID dossier, List<Line> lines) {
    }

    private List<Item> items(Session session, List<Request> left) {
        List<Point> points = session.inOrder(Stream.concat(session.rulings().stream().map(this::decided),
                left.stream().map(this::leftOver)).toList(), Point::dossier);
        List<Item> items = new ArrayList<>();
        points.forEach(point -> items.add(new Item(
                word("item", String.valueOf(items.size() + 1), point.dossier().toString()), point.lines())));
        return items;
    }

    private Point leftOver(Request request) {
        List<Line> lines = new ArrayList<>();
        Ruling.Asked.of(request).ifPresent(asked -> lines.addAll(asked(asked)));
        lines.add(line("decision", word("left-over")));
        return new Point(request.dossierId(), lines);
    }

    private Point decided(Ruling ruling) {
        List<Line> lines = new ArrayList<>();
        ruling.asked().ifPresent(asked -> lines.addAll(asked(asked)));
        lines.add(line("decision", code("decision", ruling.decision())));
        lines.add(line("reference", ruling.link().id().toString()));
        ruling.link().replaces().ifPresent(cited -> lines.add(line("replaces", cited.toString())));
        addList(lines, "reason", ruling.reasons());
        addList(lines, "missing", ruling.missing());
        addList(lines, "condition", ruling.conditions());
        addPoll(lines, ruling.poll());
        return new Point(ruling.dossierId(), lines);
    }

    private List<Line> asked(Ruling.Asked asked) {
        return List.of(line("purpose", texts.find("purpose." + asked.purpose(), Map.of()).orElse(asked.purpose())),
                line("amount", figures.money(asked.amount())), line("term", word("months", asked.months())));
    }

    private void addPoll(List<Line> lines, Ruling.Poll poll) {
        if (poll.present() > 0) {
            lines.add(line("present", String.valueOf(poll.present())));
        }
        if (!poll.withdrawn().isEmpty()) {
            lines.add(line("withdrawn", String.valueOf(poll.withdrawn().size())));
        }
        poll.votes().ifPresent(votes -> lines.add(line("votes", counted(votes))));
    }

    private String counted(Votes votes) {
        return word("counted", votes.inFavour(), votes.against(), votes.abstained());
    }

    private void addList(List<Line> lines, String kind, List<? extends Enum<?>> codes) {
        if (!codes.isEmpty()) {
            lines.add(line(kind, codes.stream().map(each -> code(kind, each)).collect(Collectors.joining(" ; "))));
        }
    }

    private Line line(String name, String value) {
        return new Line(word("line." + name), value);
    }

    private String code(String kind, Enum<?> constant) {
        return word(kind + "." + Codes.of(constant));
    }

    /** @throws IllegalStateException for a text that is missing: minutes are sealed, so that nothing is left to be guessed */
    private String word(String key, Object... values) {
        return texts.find(key, Stream.of(values).map(String::valueOf).toList())
                .orElseThrow(() -> new IllegalStateException("No text for " + key));
    }
}
