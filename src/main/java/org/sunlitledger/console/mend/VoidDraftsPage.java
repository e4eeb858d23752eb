package org.sunlitledger.console.mend;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.sunlitledger.console.draft.Drafts;
import org.sunlitledger.console.frame.Frame;

/** Deletes somebody's own drafts whose lines were settled otherwise, once they have seen it. */
@Controller
final class VoidDraftsPage {
  private final MendDoor door;
  private final Drafts drafts;

  VoidDraftsPage(MendDoor door, Drafts drafts) {
    this.door = door;
    this.drafts = drafts;
  }

  @PostMapping("/deliveries/{id:[0-9]{1,18}}/mend/discard")
  String discard(
      @PathVariable long id,
      @ModelAttribute(name = "frame", binding = false) Frame frame,
      RedirectAttributes told) {
    door.openToChange(id, frame);
    int discarded = drafts.discard(id, MendDoor.person(frame).account());
    told.addFlashAttribute("done", frame.text("mend.void.done", discarded));
    return "redirect:/deliveries/%d/mend".formatted(id);
  }
}
