package org.sunlitledger.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.sunlitledger.console.password.FreshPassword;

/** The password is asked again where that is listed, and its form leads back to a page. */
class PasswordAgainTest {

  @Test
  void afterFiveMinutesItIsAskedAndThePageOfTheFormIsShownAgain() {
    assertThat(after(Duration.ofMinutes(6), "GET", "/users/lisi")).isEqualTo("/users/lisi");
    assertThat(after(Duration.ofMinutes(6), "POST", "/users/new")).isEqualTo("/users/new");
    assertThat(after(Duration.ofMinutes(6), "POST", "/users/lisi/roles")).isEqualTo("/users/lisi");
    assertThat(after(Duration.ofMinutes(6), "POST", "/account/sessions")).isEqualTo("/account");
    assertThat(after(Duration.ofMinutes(6), "POST", "/2020/close")).isEqualTo("/2020/close");
    assertThat(after(Duration.ofMinutes(6), "POST", "/2020/close/reopen")).isEqualTo("/2020/close");
  }

  @Test
  void itIsNotAskedSoonerNorElsewhere() {
    assertThat(after(Duration.ofMinutes(4), "POST", "/users/lisi/roles")).isEqualTo("goes on");
    assertThat(after(Duration.ofMinutes(6), "GET", "/2020/close")).isEqualTo("goes on");
    assertThat(after(Duration.ofMinutes(6), "GET", "/2020/deliveries")).isEqualTo("goes on");
  }

  private static String after(Duration time, String method, String path) {
    MockHttpServletRequest request = new MockHttpServletRequest(method, path);
    request.getSession().setAttribute(FreshPassword.TYPED_AT, Instant.now().minus(time));
    return PasswordAgain.pageAfterwards(request).orElse("goes on");
  }
}
