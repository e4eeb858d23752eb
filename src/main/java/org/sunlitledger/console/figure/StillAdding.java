package org.sunlitledger.console.figure;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;

/** Answers for lines that are still being added up; the answer asks again after some seconds. */
final class StillAdding {
  private static final String SECONDS = "5";

  private StillAdding() {}

  /**
   * @param part the id of what a page shows of the answer
   * @param name what is being added up
   */
  static String page(
      String part,
      String address,
      String name,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    boolean isPart = request.getHeader("HX-Request") != null;
    if (!isPart) {
      response.setHeader("Refresh", SECONDS);
    }
    model.addAttribute("part", part);
    model.addAttribute("address", address);
    model.addAttribute("name", name);
    model.addAttribute("isPart", isPart);
    return "figure/still";
  }
}
