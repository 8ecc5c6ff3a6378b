package fr.microcredit.kit.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;

/**
 * Prints a page of XHTML as a PDF that readers of screens can follow (PDF/UA). The same page of the same day has the same
 * bytes. It takes some tenths of a second and is done beside the event loop.
 */
@ApplicationScoped
public class PdfPrinter {
    public static final String MEDIA_TYPE = "application/pdf";
    private static final int REGULAR = 400;
    /** Of nothing but the page: the library would take the moment. */
    private static final long DOCUMENT_ID = 0;
    /** What XML can not hold, escaped or not. */
    private static final Pattern NO_XML = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|\\p{Cs}");

    static {
        // its log repeats what stands on the page, which may be a person's
        XRLog.setLoggingEnabled(false);
        FontMappers.set(new BundledFont());
    }

    /**
     * @param page  XHTML with its values, which the template escapes
     * @param dated day that the document bears as its own
     */
    public Uni<byte[]> print(TemplateInstance page, LocalDate dated) {
        return Uni.createFrom().item(() -> bytes(page, dated))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** The same for who is beside the event loop already. */
    public byte[] bytes(TemplateInstance page, LocalDate dated) {
        return bytes(NO_XML.matcher(page.render()).replaceAll("\uFFFD"), dated);
    }

    private static byte[] bytes(String xhtml, LocalDate dated) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder(xhtml).buildPdfRenderer();
                PDDocument document = renderer.createPDFKeepOpen()) {
            document.getDocumentInformation()
                    .setCreationDate(GregorianCalendar.from(dated.atStartOfDay(ZoneOffset.UTC)));
            document.setDocumentId(DOCUMENT_ID);
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Nothing is loaded from anywhere: a page has no pictures and no links. */
    private static PdfRendererBuilder builder(String xhtml) {
        PdfRendererBuilder builder = new PdfRendererBuilder().usePdfUaAccessibility(true);
        builder.useUriResolver((base, uri) -> null);
        builder.useFont(BundledFont::file, BundledFont.FAMILY, REGULAR, FontStyle.NORMAL, true);
        builder.withHtmlContent(xhtml, null);
        return builder;
    }
}
