package org.sunlitledger.console.read;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A query that was stopped is answered with a page that says how to ask for less. */
@ControllerAdvice
final class SlowReads {

  @ExceptionHandler
  void stopped(QueryTimeoutException why, HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
  }
}
