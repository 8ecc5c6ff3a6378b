package fr.microcredit.kit.http;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;

/** Text that PostgreSQL can hold and a page can show: no control characters but line breaks and tabs. */
final class StorableText extends StdDeserializer<String> {
    private static final long serialVersionUID = 1L;

    StorableText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        return text == null || isStorable(text)
                ? text
                : (String) context.handleWeirdStringValue(String.class, "", "control character");
    }

    static boolean isStorable(String text) {
        return text.codePoints().noneMatch(StorableText::isForbidden);
    }

    private static boolean isForbidden(int codePoint) {
        boolean control = Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\t';
        return control || Character.getType(codePoint) == Character.SURROGATE;
    }
}
