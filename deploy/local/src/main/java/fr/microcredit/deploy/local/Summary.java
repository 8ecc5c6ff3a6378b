package fr.microcredit.deploy.local;

import java.util.Locale;

import fr.microcredit.deploy.local.platform.Component;
import fr.microcredit.deploy.local.platform.Memory;
import fr.microcredit.deploy.local.platform.Platform;
import fr.microcredit.deploy.local.platform.PortPlan;
import fr.microcredit.deploy.local.platform.Service;

/** The table printed when the platform is ready: addresses, memory, accounts. */
final class Summary {
    private Summary() {
    }

    static String of(Platform platform) {
        StringBuilder text = new StringBuilder("\n");
        text.append(line("Component", "Address", "PSS MiB"));
        long total = 0;
        for (Component component : platform.components()) {
            long mib = ProcessHandle.of(component.process().pid()).map(Memory::pssMib).orElse(-1L);
            total += Math.max(0, mib);
            text.append(line(component.name(), address(component, platform.ports()), String.valueOf(mib)));
        }
        text.append(line("together", "", String.valueOf(total)));
        text.append("""

                    Demonstration accounts, password "demonstration":
                      agent.ccas-dijon, responsable.ccas-dijon, secretaire.ccas-dijon, presidente.ccas-dijon
                      the same four of ccas-reims; agent.cias-ploermel, responsable.cias-ploermel
                      agent.udaf-poitiers, responsable.udaf-poitiers     conseiller.cm-dijon, conseiller.ce-poitou
                      fonds.region, analyste.region, auditrice.region, exploitant.region
                    Bank clients: bank-cm-dijon, bank-ce-poitou, bank-parcours-confiance, bank-banque-demonstration
                      (no secret: each signs in with its key in keys/ of the data folder; deploy/token bank-cm-dijon)
                    """);
        return text.toString();
    }

    /** What to look at while it stays up. */
    static String goOn(PortPlan ports) {
        return """

               Observatory page: http://127.0.0.1:%d/
               Move the business date: POST http://127.0.0.1:%d/business-date with an operator's token
               Ctrl-C stops everything.
               """.formatted(ports.of(Service.OBSERVATORY), ports.sandbox());
    }

    private static String line(String name, String address, String memory) {
        return String.format(Locale.ROOT, "  %-22s %-34s %8s%n", name, address, memory);
    }

    private static String address(Component component, PortPlan ports) {
        return switch (component.name()) {
            case "PostgreSQL" -> "127.0.0.1:" + ports.postgres();
            case "Kafka" -> "127.0.0.1:" + ports.kafka();
            case "Keycloak" -> "http://127.0.0.1:" + ports.keycloak();
            default -> "http://127.0.0.1:" + ports.of(service(component.name()));
        };
    }

    private static Service service(String module) {
        for (Service service : Service.values()) {
            if (service.module().equals(module)) {
                return service;
            }
        }
        throw new IllegalArgumentException(module);
    }
}
