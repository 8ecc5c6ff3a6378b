package fr.microcredit.eligibility;

import java.util.Map;

import fr.microcredit.eligibility.assessment.domain.Terms;
import fr.microcredit.kit.testing.ServiceContract;

@OnTestPlatform
class ContractTest extends ServiceContract {
    ContractTest() {
        super("eligibility-service", Map.of(Terms.class, "terms"));
    }
}
