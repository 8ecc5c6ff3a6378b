package fr.microcredit.guarantee;

import fr.microcredit.kit.testing.ServiceContract;

@OnTestPlatform
class ContractTest extends ServiceContract {
    ContractTest() {
        super("guarantee-service");
    }
}
