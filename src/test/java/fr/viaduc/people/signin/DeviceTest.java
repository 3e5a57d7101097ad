package fr.viaduc.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceTest {

    @Test
    void itsOwnerRecognisesItInAnyLanguage() {
        assertThat(Device.label("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0"))
                .isEqualTo("Firefox (Windows)");
        assertThat(Device.label("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36"))
                .isEqualTo("Chrome (Android)");
        assertThat(Device.label("curl/8.0 (linux)")).isEqualTo("Linux");
        assertThat(Device.label(null)).isEmpty();
    }
}
