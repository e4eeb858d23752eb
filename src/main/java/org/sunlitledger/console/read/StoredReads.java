package org.sunlitledger.console.read;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.sunlitledger.storage.StorageFault;

/** Records of a closed year whose file is missing or was changed are answered with what to do. */
@ControllerAdvice
final class StoredReads {

  @ExceptionHandler
  void cannotBeShown(StorageFault why, HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.FAILED_DEPENDENCY.value());
  }
}
