package fr.microcredit.commission.session.minutes;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.Template;

import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.session.domain.Sitting;
import fr.microcredit.kit.print.PdfPrinter;

/** The minutes of a session as a file that people read: a PDF in French, the language of the office's records. */
@ApplicationScoped
public class MinutesFile {
    private final Template minutes;
    private final PdfPrinter printer;

    MinutesFile(Template minutes, PdfPrinter printer) {
        this.minutes = minutes;
        this.printer = printer;
    }

    /**
     * Takes its time: not for the event loop.
     *
     * @param left what stood on the agenda and was not decided
     */
    public byte[] of(Sitting sitting, List<Request> left) {
        return printer.bytes(minutes.data("m", new MinutesWords().of(sitting, left)), sitting.session().heldOn());
    }
}
