package fr.microcredit.bank;

import java.util.Map;

import fr.microcredit.kit.loan.InstalmentTable;
import fr.microcredit.kit.testing.ServiceContract;

@OnTestPlatform
class ContractTest extends ServiceContract {
    ContractTest() {
        super("bank-gateway-service", Map.of(InstalmentTable.class, "instalment-table"));
    }
}
