package fr.microcredit.bank.file.document;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.file.ReadFiles;
import fr.microcredit.bank.file.document.LoanPage.Supposed;
import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.bank.file.domain.InformationLaw;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.print.PdfPrinter;

/** The papers of a file; each bears the day of the file's newest step, so that it is the same as long as the file is. */
@ApplicationScoped
public class Papers {
    private static final String PAGE = "p";

    private final PdfPrinter printer;
    private final Template file;
    private final Template amortisation;
    private final Template fipen;

    Papers(PdfPrinter printer, @Location("documents/file") Template file,
            @Location("documents/amortisation") Template amortisation, @Location("documents/fipen") Template fipen) {
        this.printer = printer;
        this.file = file;
        this.amortisation = amortisation;
        this.fipen = fipen;
    }

    public Uni<byte[]> file(ReadFiles.Whole whole) {
        return printer.print(file.data(PAGE, FilePage.of(whole)), whole.file().lastOn());
    }

    /**
     * What is paid when (Code de la consommation, R312-13).
     *
     * @param firstDueOn to suppose; what is signed holds instead
     */
    public Uni<byte[]> amortisation(BankFile of, Optional<LocalDate> firstDueOn) {
        return printer.print(amortisation.data(PAGE, LoanPage.of(of, new Supposed(Optional.empty(), firstDueOn))),
                of.lastOn());
    }

    /**
     * The standard information before a contract (Code de la consommation, R312-2 to R312-5 and their annex).
     *
     * @throws RefusedException {@code no-standard-sheet} where the law of the day knows none
     */
    public Uni<byte[]> fipen(BankFile of, Supposed supposed) {
        if (!InformationLaw.of(InformationLaw.dayOf(of, supposed.signedOn())).sheet()) {
            throw RefusedException.of(Reason.conflict("no-standard-sheet"));
        }
        return printer.print(fipen.data(PAGE, LoanPage.of(of, supposed)), of.lastOn());
    }
}
