package fr.microcredit.commission.session.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.microcredit.commission.committee.domain.Committee;
import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.session.domain.Ruling;
import fr.microcredit.commission.session.domain.Ruling.Votes;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.commission.session.domain.Sitting;
import fr.microcredit.commission.session.domain.TakenOff;
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
            facts.add(line("present-at-end", word("not-counted")));
        }
        sitting.committee().map(Committee::rule).ifPresent(rule -> {
            facts.add(line("present-at-end", String.valueOf(sitting.present().size())));
            facts.add(line("quorum", String.valueOf(rule.quorum())));
            facts.add(line("way", code("way", rule.way())));
        });
        return facts;
    }

    /** @param asked empty for a request that was never assessed */
    private record Point(UUID dossier, Optional<Ruling.Asked> asked, List<Line> lines) {
        /** As people call it; by its identifier where its office's word was never heard. */
        String name() {
            return asked.flatMap(Ruling.Asked::fileNumber).orElse(dossier.toString());
        }
    }

    /** In the agenda's order as it was at the end; what has left it comes last. */
    private List<Item> items(Session session, List<Request> left) {
        List<Point> points = new ArrayList<>(session.inOrder(Stream.concat(session.rulings().stream()
                .map(this::decided), left.stream().map(this::leftOver)).toList(), Point::dossier));
        Set<UUID> there = points.stream().map(Point::dossier).collect(Collectors.toSet());
        session.takenOff().stream().filter(each -> !there.contains(each.dossierId())).map(this::takenOff)
                .forEach(points::add);
        List<Item> items = new ArrayList<>();
        points.forEach(point -> items.add(
                new Item(word("item", String.valueOf(items.size() + 1), point.name()), lines(point))));
        return items;
    }

    private List<Line> lines(Point point) {
        return Stream.concat(point.asked().stream().flatMap(asked -> asked(asked).stream()), point.lines().stream())
                .toList();
    }

    private Point leftOver(Request request) {
        return new Point(request.dossierId(), Ruling.Asked.of(request), List.of(line("decision", word("left-over"))));
    }

    private Point takenOff(TakenOff item) {
        return new Point(item.dossierId(), item.asked(), List.of(line("decision", item.to()
                .map(day -> word("moved", figures.date(day))).orElseGet(() -> word("taken-off")))));
    }

    private Point decided(Ruling ruling) {
        List<Line> lines = new ArrayList<>();
        lines.add(line("decision", code("decision", ruling.decision())));
        lines.add(line("reference", ruling.link().id().toString()));
        ruling.link().replaces().ifPresent(cited -> lines.add(line("replaces", cited.toString())));
        addList(lines, "reason", ruling.reasons());
        addList(lines, "missing", ruling.missing());
        addList(lines, "condition", ruling.conditions());
        addPoll(lines, ruling.poll());
        return new Point(ruling.dossierId(), ruling.asked(), lines);
    }

    private List<Line> asked(Ruling.Asked asked) {
        return List.of(line("purpose", texts.find("purpose." + asked.purpose(), Map.of()).orElse(asked.purpose())),
                line("amount", figures.money(asked.amount())), line("term", word("months", asked.months())));
    }

    private void addPoll(List<Line> lines, Ruling.Poll poll) {
        poll.chaired().ifPresent(chaired -> {
            lines.add(line("chaired", code("capacity", chaired.capacity())));
            chaired.quorum().ifPresent(
                    quorum -> lines.add(line("present", word("quorate", poll.present(), quorum))));
        });
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
