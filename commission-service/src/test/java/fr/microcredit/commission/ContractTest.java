package fr.microcredit.commission;

import fr.microcredit.kit.testing.ServiceContract;

@OnTestPlatform
class ContractTest extends ServiceContract {
    ContractTest() {
        super("commission-service");
    }
}
