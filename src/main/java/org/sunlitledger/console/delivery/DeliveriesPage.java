package org.sunlitledger.console.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.list.Exports;
import org.sunlitledger.console.list.ListExport;
import org.sunlitledger.console.list.ListPage;
import org.sunlitledger.console.list.PageWords;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.register.Registers;
import org.sunlitledger.view.CodeWords;
import org.sunlitledger.view.DeliveryFilter;
import org.sunlitledger.view.DeliveryList;
import org.sunlitledger.view.ListedDelivery;

/** The deliveries of a year. */
@Controller
final class DeliveriesPage {
  private static final List<String> COLUMNS =
      List.of(
          "delivery",
          "file",
          "register",
          "status",
          "lines_read",
          "lines_accepted",
          "lines_refused",
          "yuan_read",
          "yuan_accepted",
          "yuan_refused",
          "mended",
          "open",
          "received",
          "handed_in_by");

  private final DeliveryList deliveries;
  private final Registers registers;
  private final PageWords words;
  private final Exports exports;

  DeliveriesPage(DeliveryList deliveries, Registers registers, PageWords words, Exports exports) {
    this.deliveries = deliveries;
    this.registers = registers;
    this.words = words;
    this.exports = exports;
  }

  @GetMapping("/{year:[0-9]{4}}/deliveries")
  String list(
      @PathVariable int year,
      DeliveryQuery query,
      @AuthenticationPrincipal SignedIn person,
      @ModelAttribute("frame") Frame frame,
      Model model) {
    DeliveryFilter filter = query.filter(year, person);
    model.addAttribute("year", year);
    model.addAttribute("filter", filter);
    model.addAttribute("order", query.order());
    model.addAttribute("words", words.codes(frame));
    model.addAttribute("registers", registers.all());
    model.addAttribute(
        "offices",
        deliveries.offices(year).stream().filter(one -> person.reaches(one + "/")).toList());
    model.addAttribute("totals", deliveries.totals(filter));
    model.addAttribute(
        "page",
        ListPage.of(
            deliveries.page(filter, query.order(), query.slice().after(), query.slice().read()),
            query.slice(),
            query.address(year),
            ListedDelivery::id));
    return "delivery/deliveries";
  }

  @GetMapping("/{year:[0-9]{4}}/deliveries.{ending:xlsx|csv}")
  void file(
      @PathVariable int year,
      @PathVariable String ending,
      DeliveryQuery query,
      @AuthenticationPrincipal SignedIn person,
      @ModelAttribute("frame") Frame frame,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    CodeWords codes = words.codes(frame);
    exports.send(
        ListExport.of(
            "deliveries " + year,
            frame.text("deliveries.file", year),
            "deliveries",
            COLUMNS,
            frame,
            row ->
                deliveries.each(
                    query.filter(year, person),
                    query.order(),
                    delivery -> row.accept(cells(delivery, codes, frame)))),
        ending,
        person,
        request,
        response);
  }

  private static List<String> cells(ListedDelivery delivery, CodeWords codes, Frame frame) {
    ListedDelivery.Proof proof = delivery.proof();
    return Stream.of(
            delivery.id(),
            delivery.name(),
            codes.register(delivery.register().orElse("")).words(),
            codes.delivery(delivery.status()).words(),
            proof.read(),
            proof.accepted(),
            proof.refused(),
            Fen.yuan(proof.fenRead()).toPlainString(),
            Fen.yuan(proof.fenAccepted()).toPlainString(),
            Fen.yuan(proof.fenRefused()).toPlainString(),
            delivery.mended().map(String::valueOf).orElse(""),
            delivery.open(),
            frame.moment(delivery.received()),
            delivery.handedInBy().orElse(frame.text("delivery.by-folder")))
        .map(String::valueOf)
        .toList();
  }
}
