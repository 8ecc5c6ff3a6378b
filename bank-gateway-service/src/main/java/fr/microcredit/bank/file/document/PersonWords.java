package fr.microcredit.bank.file.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.bank.document.FrenchWords;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.money.Money;

/** Who asks and what was declared, as it was disclosed to this bank. */
public record PersonWords(String name, String birthDate, String street, String city, String phone, String email,
        List<Row> resources, List<Row> charges, List<Row> loans) {

    /** A line with its amounts. */
    public record Row(String name, String monthly, String outstanding) {
    }

    /** What this service reads of an identity; it is stored as it came. */
    private record Disclosed(Applicant applicant, Form declaredForm) {
    }

    private record Applicant(String familyName, String givenNames, LocalDate birthDate, String street,
            String postalCode, String city, Optional<String> phone, Optional<String> email) {
    }

    private record Form(List<Line> resources, List<Line> charges, List<Loan> loans) {
    }

    private record Line(String kind, Money monthly) {
        Row row(FrenchWords words) {
            return new Row(words.of("line", kind), words.money(monthly), "");
        }
    }

    private record Loan(Money monthly, Money outstanding) {
        Row row(FrenchWords words) {
            return new Row(words.of("line", "loan"), words.money(monthly), words.money(outstanding));
        }
    }

    static PersonWords of(Verbatim identity, FrenchWords words) {
        Disclosed disclosed = KitJson.read(identity.json(), Disclosed.class);
        Applicant who = disclosed.applicant();
        Form form = disclosed.declaredForm();
        return new PersonWords(who.givenNames() + " " + who.familyName(), words.date(who.birthDate()), who.street(),
                who.postalCode() + " " + who.city(), who.phone().orElse(""), who.email().orElse(""),
                form.resources().stream().map(line -> line.row(words)).toList(),
                form.charges().stream().map(line -> line.row(words)).toList(),
                form.loans().stream().map(loan -> loan.row(words)).toList());
    }
}
