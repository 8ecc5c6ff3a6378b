package fr.microcredit.eligibility.directory.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.domain.Reason;

/** Whether an entry fits by itself and beside what is published. Its form was looked at before. */
public final class EntryCheck {
    private final Entry fresh;
    private final Directory directory;
    private final List<Scheme> schemes;
    private final List<Reason> faults = new ArrayList<>();

    private EntryCheck(Entry fresh, Directory directory, List<Scheme> schemes) {
        this.fresh = fresh;
        this.directory = directory;
        this.schemes = schemes;
    }

    /**
     * Everything that is wrong, each with its place in the form.
     *
     * @param schemes  published versions
     * @param isKnown  whether there is such a commune or department
     */
    public static List<Reason> of(Entry fresh, Directory directory, List<Scheme> schemes, Predicate<String> isKnown) {
        EntryCheck check = new EntryCheck(fresh, directory, schemes);
        check.require(fresh.to().map(last -> !last.isBefore(fresh.from())).orElse(true), "/to",
                "ends-before-it-begins");
        check.require(directory.of(Entry.class).filter(other -> other.id().equals(fresh.id()))
                .allMatch(other -> other.kind() == fresh.kind()), "/id", "id-of-another-kind");
        if (fresh instanceof AccompanyingBody body) {
            check.body(body, isKnown);
        } else if (fresh instanceof Bank bank) {
            check.bank(bank, isKnown);
        } else if (fresh instanceof Convention convention) {
            check.convention(convention);
        }
        return check.faults;
    }

    private void require(boolean holds, String pointer, String code, Object... arguments) {
        if (!holds) {
            faults.add(Reason.invalid(pointer, code, arguments));
        }
    }

    private void body(AccompanyingBody body, Predicate<String> isKnown) {
        codes(body.territory(), "/accompanyingBody/territory/", isKnown);
        for (int index = 0; index < body.schemeIds().size(); index++) {
            String schemeId = body.schemeIds().get(index);
            require(schemes.stream().anyMatch(each -> each.schemeId().equals(schemeId)),
                    "/accompanyingBody/schemeIds/" + index, "unknown-scheme", schemeId);
        }
    }

    private void codes(List<String> codes, String place, Predicate<String> isKnown) {
        for (int index = 0; index < codes.size(); index++) {
            require(isKnown.test(codes.get(index)), place + index, "unknown-commune", codes.get(index));
        }
    }

    /** A bank whose approval ends has no convention that outlasts it: the conventions are ended first. */
    private void bank(Bank bank, Predicate<String> isKnown) {
        codes(bank.territories(), "/bank/territories/", isKnown);
        bank.to().ifPresent(end -> directory.standing(Convention.class)
                .filter(each -> each.bankId().equals(bank.id()) && !isWithin(directory.lastDay(each), end))
                .forEach(each -> require(false, "/to", "convention-outlasts", each.id())));
    }

    private void convention(Convention convention) {
        bankOf(convention);
        schemeOf(convention);
        ConventionValues.check(convention, schemes).forEach(faults::add);
        directory.standing(Convention.class)
                .filter(other -> !other.id().equals(convention.id())
                        && other.isBetween(convention.bankId(), convention.schemeId()) && meet(convention, other))
                .forEach(other -> require(false, "/from", "overlaps-convention", other.id()));
        require(directory.of(Convention.class).filter(other -> other.id().equals(convention.id()))
                .allMatch(other -> other.isBetween(convention.bankId(), convention.schemeId())),
                "/id", "id-of-another-convention");
    }

    private void bankOf(Convention convention) {
        List<Bank> banks = directory.standing(Bank.class).filter(each -> each.id().equals(convention.bankId()))
                .toList();
        String pointer = "/convention/bankId";
        require(!banks.isEmpty(), pointer, "unknown-bank", convention.bankId());
        require(banks.isEmpty() || banks.stream().anyMatch(
                each -> covers(each.from(), directory.lastDay(each), convention)), pointer, "outside-the-approval");
    }

    private void schemeOf(Convention convention) {
        List<Scheme> versions = schemes.stream()
                .filter(each -> each.schemeId().equals(convention.schemeId())).toList();
        String pointer = "/convention/schemeId";
        require(!versions.isEmpty(), pointer, "unknown-scheme", convention.schemeId());
        require(versions.isEmpty() || lasts(versions, convention), pointer, "outside-the-scheme");
        require(versions.isEmpty() || versions.stream().anyMatch(each -> lists(each, convention.bankId())),
                "/convention/bankId", "bank-not-of-the-scheme", convention.schemeId());
    }

    private static boolean lists(Scheme scheme, String bankId) {
        return scheme.support().banks().stated().orElse(List.of()).stream()
                .anyMatch(each -> each.bankId().equals(bankId));
    }

    /** From the first day of its first version to the last of its last. */
    private static boolean lasts(List<Scheme> versions, Convention convention) {
        LocalDate first = versions.stream().map(Scheme::validFrom).min(LocalDate::compareTo).orElseThrow();
        boolean open = versions.stream().anyMatch(each -> each.validTo().isEmpty());
        Optional<LocalDate> last = open
                ? Optional.empty()
                : versions.stream().flatMap(each -> each.validTo().stream()).max(LocalDate::compareTo);
        return covers(first, last, convention);
    }

    private static boolean covers(LocalDate first, Optional<LocalDate> last, Convention convention) {
        return !convention.from().isBefore(first)
                && last.map(end -> isWithin(convention.to(), end)).orElse(true);
    }

    private static boolean isWithin(Optional<LocalDate> last, LocalDate end) {
        return last.filter(day -> !day.isAfter(end)).isPresent();
    }

    private boolean meet(Convention one, Convention other) {
        Optional<LocalDate> end = directory.lastDay(other);
        return !end.filter(one.from()::isAfter).isPresent() && !one.to().filter(other.from()::isAfter).isPresent();
    }
}
