package org.sunlitledger.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Browsers say that they are many others too. */
class BrowserNameTest {

  @Test
  void aBrowserIsNamedInAWord() {
    String chrome = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126 Safari/537.36";
    assertThat(BrowserName.of(chrome)).isEqualTo("Chrome · Windows");
    assertThat(BrowserName.of(chrome + " Edg/126")).isEqualTo("Edge · Windows");
    assertThat(BrowserName.of(chrome + " QIHU 360SE")).isEqualTo("360 · Windows");
    assertThat(BrowserName.of("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Firefox/127.0"))
        .isEqualTo("Firefox · Linux");
    assertThat(BrowserName.of("<script>")).isEmpty();
    assertThat(BrowserName.of(null)).isEmpty();
  }
}
