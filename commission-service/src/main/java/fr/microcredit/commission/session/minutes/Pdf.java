package fr.microcredit.commission.session.minutes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;

/** A page as a PDF that is the same to the byte however often it is made: it has no moment and no random identifier. */
final class Pdf {
    private static final String PRODUCER = "microcredit";
    private static final long IDENTIFIER = 1;
    /** Free, with the library, and put into the file: it looks the same wherever and whenever it is read. One weight only. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String FAMILY = "Liberation Sans";
    /** French groups thousands by a narrow space that the font does not have. */
    private static final char NARROW = '\u202f';
    private static final char UNBREAKABLE = '\u00a0';

    static {
        XRLog.setLoggingEnabled(false);
    }

    private Pdf() {
    }

    /** @param page well-formed, with nothing that has to be loaded from elsewhere */
    static byte[] of(String page) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder().useFastMode().withProducer(PRODUCER)
                .useFont(() -> PDDocument.class.getResourceAsStream(FONT), FAMILY)
                .withHtmlContent(page.replace(NARROW, UNBREAKABLE), null).toStream(file);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            document.getDocumentInformation().getCOSObject().removeItem(COSName.CREATION_DATE);
            document.setDocumentId(IDENTIFIER);
            document.save(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
