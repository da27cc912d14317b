#include "runtime/js/wrapped.h"

#include "runtime/base/check.h"

namespace rondo {
void ObjectWrap::Attach(Js& js, v8::Local<v8::Object> object) {
  RONDO_CHECK(object_.IsEmpty() && object->InternalFieldCount() > 0);
  object->SetAlignedPointerInInternalField(0, this);
  object_.Reset(js.isolate(), object);
}

void ObjectWrap::MakeWeak() {
  object_.SetWeak(
      this,
      [](const v8::WeakCallbackInfo<ObjectWrap>& info) {
        ObjectWrap* self = info.GetParameter();
        self->object_.Reset();
        info.SetSecondPassCallback(
            [](const v8::WeakCallbackInfo<ObjectWrap>& second) { delete second.GetParameter(); });
      },
      v8::WeakCallbackType::kParameter);
}

void ObjectWrap::Detach(Js& js) {
  if (object_.IsEmpty()) return;
  v8::HandleScope handles(js.isolate());
  object_.Get(js.isolate())->SetAlignedPointerInInternalField(0, nullptr);
  object_.Reset();
}

}  // namespace rondo
