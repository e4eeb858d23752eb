package org.sunlitledger.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.sunlitledger.close.ready.Obstacle.ObstacleKind;
import org.sunlitledger.console.close.ObstaclePlace;
import org.sunlitledger.quantity.text.Messages;

/** Whatever keeps a year from being closed has a page on which people remove it. */
class ObstaclePlaceTest {

  @Test
  void everyObstacleLeadsToAPageAndTheLinkHasWords() {
    for (ObstacleKind kind : ObstacleKind.values()) {
      ObstaclePlace place = ObstaclePlace.of(kind);
      assertThat(isPage(place.address(2020).replaceAll("[?#].*", ""))).as(kind.name()).isTrue();
      for (Messages words :
          new Messages[] {Messages.chinese("console"), Messages.english("console")}) {
        assertThat(words.find("close.go." + place)).as(place.name()).isNotEmpty();
      }
    }
  }

  private static boolean isPage(String address) {
    return AccessRule.all().stream()
        .filter(rule -> rule.method().equals(HttpMethod.GET))
        .anyMatch(
            rule ->
                PathPatternRequestMatcher.withDefaults()
                    .matcher(rule.method(), rule.path())
                    .matches(new MockHttpServletRequest("GET", address)));
  }
}
