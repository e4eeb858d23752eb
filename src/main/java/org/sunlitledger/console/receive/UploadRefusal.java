package org.sunlitledger.console.receive;

import java.util.List;
import org.springframework.http.HttpStatus;

/** Nothing was changed, for a reason that the page shows. */
public final class UploadRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  /** The reasons. Their words are in the bundle, below {@code upload.refused.}. */
  public enum UploadFault {
    NAME_FORM(HttpStatus.UNPROCESSABLE_CONTENT),
    NAME_LONG(HttpStatus.UNPROCESSABLE_CONTENT),
    NAME_ENDING(HttpStatus.UNPROCESSABLE_CONTENT),
    THERE(HttpStatus.CONFLICT),
    BEING_TAKEN(HttpStatus.CONFLICT),
    NO_LENGTH(HttpStatus.LENGTH_REQUIRED),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    QUOTA(HttpStatus.INSUFFICIENT_STORAGE),
    FILES(HttpStatus.INSUFFICIENT_STORAGE),
    DISK(HttpStatus.INSUFFICIENT_STORAGE),
    INCOMPLETE(HttpStatus.BAD_REQUEST),
    SCAN(HttpStatus.UNPROCESSABLE_CONTENT),
    SCAN_FAILED(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    UploadFault(HttpStatus status) {
      this.status = status;
    }

    public HttpStatus status() {
      return status;
    }
  }

  private final UploadFault fault;
  private final transient List<Object> arguments;

  UploadRefusal(UploadFault fault, Object... arguments) {
    super(fault.name());
    this.fault = fault;
    this.arguments = List.of(arguments);
  }

  public UploadFault fault() {
    return fault;
  }

  /** What the words mention. */
  public Object[] arguments() {
    return arguments.toArray();
  }
}
