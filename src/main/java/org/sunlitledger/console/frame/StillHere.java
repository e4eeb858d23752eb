package org.sunlitledger.console.frame;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a page asks for when its reader wants to stay signed in. */
@RestController
final class StillHere {

  @GetMapping("/still-here")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void stay() {
    // the request itself keeps the session
  }
}
