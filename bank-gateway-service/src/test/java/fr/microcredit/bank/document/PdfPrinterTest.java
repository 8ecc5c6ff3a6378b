package fr.microcredit.bank.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.qute.TemplateInstance;

class PdfPrinterTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final LocalDate DAY = LocalDate.of(2008, 7, 1);

    private final AtomicReference<Thread> renders = new AtomicReference<>();

    @Test
    void itPrintsBesideWhoeverAsks() {
        printed("x", DAY);
        assertNotSame(Thread.currentThread(), renders.get());
    }

    @Test
    void onePageOfOneDayHasOneFormAndAnotherDayAnother() {
        assertArrayEquals(printed("x", DAY), printed("x", DAY));
        assertFalse(Arrays.equals(printed("x", DAY), printed("x", DAY.plusDays(1))));
    }

    /** What XML can not hold is shown as a mark, and the page is printed. */
    @ParameterizedTest
    @CsvSource({"'\u0001', a#b", "\uD800, a#b", "\uFFFF, a#b", "é, aéb", "€, a€b", "Ł, aŁb", "&lt;, a<b", "&amp;, a&b"})
    void whateverAPersonIsCalledCanBePrinted(String text, String shown) throws IOException {
        try (PDDocument document = Loader.loadPDF(printed("a" + text + "b", DAY))) {
            assertEquals(shown, new PDFTextStripper().getText(document).trim());
        }
    }

    private byte[] printed(String text, LocalDate dated) {
        return new PdfPrinter().print(new TemplateInstance() {
            @Override
            public String render() {
                renders.set(Thread.currentThread());
                return "<html lang=\"fr\"><head><title>t</title></head><body style=\"font-family: 'Liberation Sans'\">"
                        + text + "</body></html>";
            }
        }, dated).await().atMost(LIMIT);
    }
}
