package fr.microcredit.kit.json;

import java.io.IOException;
import java.math.BigDecimal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyNamingStrategy;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;

import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/**
 * How the platform's own types are written wherever there is JSON (architecture.md section 5), so that no record has to say
 * it again: money as whole cents in a field whose name ends in {@code Cents}, rates and fractions as decimal strings,
 * constants in kebab case, documents verbatim.
 */
public final class Conventions extends SimpleModule {
    private static final long serialVersionUID = 1L;
    private static final String OUR_PACKAGES = "fr.microcredit.";

    public Conventions() {
        super("conventions");
        addSerializer(Money.class, new MoneyWriter());
        addDeserializer(Money.class, new MoneyReader());
        addSerializer(Rate.class, new TextWriter<>(Rate.class));
        addDeserializer(Rate.class, new RateReader());
        addSerializer(BigDecimal.class, new DecimalWriter());
        addSerializer(Verbatim.class, new VerbatimWriter());
        addDeserializer(Verbatim.class, new VerbatimReader());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.insertAnnotationIntrospector(new KebabConstants());
    }

    /** Fields that hold money say their unit. */
    public static final class MoneyNames extends PropertyNamingStrategy {
        private static final long serialVersionUID = 1L;
        private static final String UNIT = "Cents";

        @Override
        public String nameForField(MapperConfig<?> config, AnnotatedField field, String name) {
            return named(field, name);
        }

        @Override
        public String nameForGetterMethod(MapperConfig<?> config, AnnotatedMethod method, String name) {
            return named(method, name);
        }

        @Override
        public String nameForConstructorParameter(MapperConfig<?> config, AnnotatedParameter parameter, String name) {
            return named(parameter, name);
        }

        private static String named(AnnotatedMember member, String name) {
            JavaType type = member.getType();
            boolean money = type.hasRawClass(Money.class)
                    || type.containedTypeCount() == 1 && type.containedType(0).hasRawClass(Money.class);
            return money ? name + UNIT : name;
        }
    }

    private static final class KebabConstants extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants,
                String[] names) {
            if (type.getRawType().getName().startsWith(OUR_PACKAGES)) {
                for (int index = 0; index < constants.length; index++) {
                    names[index] = Codes.of(constants[index]);
                }
            }
            return names;
        }
    }

    private static final class MoneyWriter extends StdSerializer<Money> {
        private static final long serialVersionUID = 1L;

        MoneyWriter() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator to, SerializerProvider provider) throws IOException {
            to.writeNumber(money.cents());
        }
    }

    private static final class MoneyReader extends StdDeserializer<Money> {
        private static final long serialVersionUID = 1L;

        MoneyReader() {
            super(Money.class);
        }

        @Override
        public Money deserialize(JsonParser from, DeserializationContext context) throws IOException {
            return from.currentToken() == JsonToken.VALUE_NUMBER_INT
                    ? Money.ofCents(from.getLongValue())
                    : (Money) context.handleUnexpectedToken(Money.class, from);
        }
    }

    private static final class TextWriter<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;

        TextWriter(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator to, SerializerProvider provider) throws IOException {
            to.writeString(value.toString());
        }
    }

    private static final class DecimalWriter extends StdSerializer<BigDecimal> {
        private static final long serialVersionUID = 1L;

        DecimalWriter() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator to, SerializerProvider provider) throws IOException {
            to.writeString(value.toPlainString());
        }
    }

    private static final class RateReader extends StdDeserializer<Rate> {
        private static final long serialVersionUID = 1L;

        RateReader() {
            super(Rate.class);
        }

        @Override
        public Rate deserialize(JsonParser from, DeserializationContext context) throws IOException {
            String text = from.getValueAsString();
            try {
                return Rate.ofPercent(text == null ? "" : text);
            } catch (IllegalArgumentException e) {
                return (Rate) context.handleWeirdStringValue(Rate.class, "", "no rate");
            }
        }
    }

    private static final class VerbatimWriter extends StdSerializer<Verbatim> {
        private static final long serialVersionUID = 1L;

        VerbatimWriter() {
            super(Verbatim.class);
        }

        @Override
        public void serialize(Verbatim document, JsonGenerator to, SerializerProvider provider) throws IOException {
            to.writeRawValue(document.json());
        }
    }

    private static final class VerbatimReader extends StdDeserializer<Verbatim> {
        private static final long serialVersionUID = 1L;

        VerbatimReader() {
            super(Verbatim.class);
        }

        @Override
        public Verbatim deserialize(JsonParser from, DeserializationContext context) throws IOException {
            return new Verbatim(context.readTree(from).toString());
        }
    }
}
