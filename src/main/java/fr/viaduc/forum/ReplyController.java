package fr.viaduc.forum;

import fr.viaduc.content.CommentPages;
import fr.viaduc.web.Flash;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** « Répondre ». */
@Controller
class ReplyController {
    private final Forum forum;
    private final TopicPages pages;
    private final CommentPages comments;

    ReplyController(Forum forum, TopicPages pages, CommentPages comments) {
        this.forum = forum;
        this.pages = pages;
        this.comments = comments;
    }

    /** @param fin whether the end of the discussion is shown, where the reply can be added under Turbo */
    @PostMapping("/forum/{id:\\d{1,18}}/reponses")
    ModelAndView reply(
            Viewer viewer,
            Page page,
            @PathVariable long id,
            ReplyForm form,
            @RequestParam(defaultValue = "false") boolean fin,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Topic topic = forum.get(viewer, id);
        String error = topic.item().acceptsCommentsFrom(viewer) ? form.error() : null;
        if (error != null) {
            pages.fill(page, topic, comments.until(viewer, topic.item(), null), model);
            model.addAttribute("form", form);
            model.addAttribute("error", error);
            return new ModelAndView("forum/topic", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        long reply = forum.reply(viewer, id, form.body(), form.format(), form.key());
        Topic answered = forum.get(viewer, id);
        String accepted = request.getHeader("Accept");
        if (!fin || accepted == null || !accepted.contains("text/vnd.turbo-stream.html")) {
            Flash.say(response, "forum.reply.added");
            return new ModelAndView("redirect:" + Topic.replyAddress(answered.item(), reply));
        }
        model.addAttribute("topic", answered);
        model.addAttribute("view", comments.one(viewer, answered.item(), reply));
        return new ModelAndView("stream:forum/replyAdded", model.asMap());
    }
}
