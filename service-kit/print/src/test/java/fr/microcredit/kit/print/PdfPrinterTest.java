package fr.microcredit.kit.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
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

    /** It looks the same wherever it is read, and bears its own day instead of a moment. */
    @Test
    void itBringsItsFontAndHasNoMoment() throws IOException {
        try (PDDocument document = Loader.loadPDF(printed("1\u202f500,00\u00a0€ à l'élu", DAY))) {
            assertEquals(DAY, LocalDate.ofInstant(document.getDocumentInformation().getCreationDate().toInstant(),
                    ZoneOffset.UTC));
            assertNull(document.getDocumentInformation().getModificationDate());
            PDResources used = document.getPage(0).getResources();
            for (COSName name : used.getFontNames()) {
                assertTrue(used.getFont(name).isEmbedded(), () -> name + " is not in the file");
            }
            assertTrue(new PDFTextStripper().getText(document).replaceAll("[\\u202f\\u00a0]", " ")
                    .contains("1 500,00 € à l'élu"), new PDFTextStripper().getText(document));
        }
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
