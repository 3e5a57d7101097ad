package fr.viaduc.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ViaducTest
class BrowserTest {

    @Autowired
    Browser browser;

    @Autowired
    Visitor visitor;

    @Test
    void theHealthAddressAnswersWithoutSignIn() {
        var answer = visitor.get("/sante");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"state\":\"ready\"");
    }

    @Test
    void axeSeesAFieldWithoutName() {
        var window = browser.open();
        window.page().setContent("<html lang='fr'><title>Essai</title><main><h1>Essai</h1><input></main></html>");
        assertThatThrownBy(window::axe).isInstanceOf(AssertionError.class).hasMessageContaining("label");
    }
}
