package org.sunlitledger.console.frame;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;

/**
 * Gives each fault of the program a number, which is on the page and in the log. What went wrong is
 * in the log only.
 */
@Component
final class NumberedErrors extends DefaultErrorAttributes {
  private static final Logger LOG = LoggerFactory.getLogger(NumberedErrors.class);
  private static final String NUMBER = "sunlit.error-number";

  /** Without digits, which the log may mask, and without vowels. */
  private static final String LETTERS = "BCDFGHJKMNPQRSTVWXZ";

  private static final int LENGTH = 8;

  @Override
  public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
    Map<String, Object> attributes = super.getErrorAttributes(request, options);
    boolean isFault =
        attributes.get("status") instanceof Integer status
            && status >= HttpStatus.INTERNAL_SERVER_ERROR.value();
    attributes.put("number", isFault ? number(request, attributes) : "");
    return attributes;
  }

  /** Made, and written to the log, once for a request. */
  private String number(WebRequest request, Map<String, Object> attributes) {
    if (request.getAttribute(NUMBER, RequestAttributes.SCOPE_REQUEST) instanceof String made) {
      return made;
    }
    String number =
        ThreadLocalRandom.current()
            .ints(LENGTH, 0, LETTERS.length())
            .mapToObj(letter -> LETTERS.substring(letter, letter + 1))
            .collect(Collectors.joining());
    request.setAttribute(NUMBER, number, RequestAttributes.SCOPE_REQUEST);
    LOG.error(
        "error {}: {} {} {}",
        number,
        attributes.get("status"),
        ((ServletWebRequest) request).getHttpMethod(),
        attributes.get("path"),
        getError(request));
    return number;
  }
}
