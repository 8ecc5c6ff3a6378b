package fr.microcredit.kit.http;

/** Is told of every act that has had an effect, within its transaction: what it gathers there is written with the act. */
public interface Acted {
    void acted(Act act);
}
