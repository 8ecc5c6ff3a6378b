package fr.microcredit.observatory;

import fr.microcredit.kit.testing.ServiceContract;

@OnTestPlatform
class ContractTest extends ServiceContract {
    ContractTest() {
        super("observatory-service");
    }
}
